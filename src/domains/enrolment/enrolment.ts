/** Who takes a course, and who works on it: types and pure rules. */

/** That a person takes, or took, a course. */
export interface Enrolment {
  readonly id: string;
  readonly courseKey: string;
  readonly isActive: boolean;
  /** When the person last enrolled. */
  readonly enrolled_at: Date;
}

/** What a course says about enrolling, from its settings. */
export interface EnrolmentTerms {
  readonly courseKey: string;
  /** Null: from the beginning of time. */
  readonly opens_at: Date | null;
  /** Null: for ever. */
  readonly closes_at: Date | null;
  readonly isInvitationOnly: boolean;
}

/** Why somebody was not enrolled. */
export type EnrolmentRefusal = {
  readonly type: 'refused';
  readonly because: 'not-open' | 'closed' | 'invitation-only' | 'already';
};

/** Why nobody but staff may enrol at this moment; null when everybody may. */
export function findClosure(terms: EnrolmentTerms, now: Date): EnrolmentRefusal['because'] | null {
  if (terms.isInvitationOnly) return 'invitation-only';
  if (terms.opens_at && now < terms.opens_at) return 'not-open';
  return terms.closes_at && now >= terms.closes_at ? 'closed' : null;
}

/** `staff` see drafts and what only staff see; `beta` see what opens later for others. */
export type CourseRole = 'staff' | 'beta';
