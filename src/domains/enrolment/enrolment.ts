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
  /** Only who is invited or has a code comes in. */
  readonly isInvitationOnly: boolean;
  /** How many may take it at once; null for any number. */
  readonly capacity: number | null;
}

/** Why nobody may enrol by themselves now. */
export type EnrolmentClosure = 'not-open' | 'closed' | 'invitation-only' | 'full';

/** Why somebody was not enrolled. */
export interface EnrolmentRefusal {
  readonly type: 'refused';
  readonly because: EnrolmentClosure | 'already' | 'no-such-code' | 'code-ended' | 'code-used-up' | 'no-such-link';
}

/**
 * Why nobody but staff may enrol at this moment; null when everybody may. `enrolled`: how many take it now. Who was let
 * in by a code or an invitation is bound by dates and capacity as all others are.
 */
export function findClosure(
  terms: EnrolmentTerms,
  now: Date,
  enrolled: number,
  isLetIn = false,
): EnrolmentClosure | null {
  if (terms.isInvitationOnly && !isLetIn) return 'invitation-only';
  if (terms.opens_at && now < terms.opens_at) return 'not-open';
  if (terms.closes_at && now >= terms.closes_at) return 'closed';
  return terms.capacity !== null && enrolled >= terms.capacity ? 'full' : null;
}

/** `staff` see drafts and what only staff see; `beta` see what opens later for others. */
export type CourseRole = 'staff' | 'beta';
