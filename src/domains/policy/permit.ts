/** Who may be observed for what: asked before anything is recorded. Pure, so that the hottest page may ask it. */

declare const permitted: unique symbol;

/** What a permit can be for. */
export type PermitPurpose = 'improve';

/**
 * Leave to record, for one purpose. Only `permit` makes one.
 * `visit`: with person, visit and order. `single`: that something happened once, tied to nobody and to nothing else.
 */
export interface Permit<P extends PermitPurpose> {
  readonly [permitted]: P;
  readonly type: 'permit';
  readonly purpose: P;
  readonly detail: 'visit' | 'single';
  /** Null with `single`. */
  readonly personId: string | null;
}

/** What is known of whoever may be observed. */
export interface PermitSubject {
  /** Null for a visitor without account. */
  readonly personId: string | null;
  /** Whether the person took note of the privacy policy that holds now. */
  readonly hasAcknowledged: boolean;
  /** Whether the person's own yes to `improve` stands. To take note is not to say yes. */
  readonly hasConsented: boolean;
  /** Whether they object to being observed: by a choice of theirs, or by Global Privacy Control or Do Not Track. */
  readonly objects: boolean;
  /** Whether the person wants their data stored and not used. */
  readonly isRestricted?: boolean;
}

/** Nothing may be recorded about whoever it is. */
export interface PermitRefusal {
  readonly type: 'refused';
  readonly because: 'not-acknowledged' | 'restricted';
}

/**
 * Leave to record what the subject does, or a refusal. Who did not take note of the policy is not collected from at all.
 * What is done is tied to a person only by their own yes (P5), and not while their browser objects; all others, visitors
 * too, leave single events.
 */
export function permit<P extends PermitPurpose>(subject: PermitSubject, purpose: P): Permit<P> | PermitRefusal {
  if (subject.personId !== null && !subject.hasAcknowledged) return { type: 'refused', because: 'not-acknowledged' };
  if (subject.isRestricted) return { type: 'refused', because: 'restricted' };
  const isKnown = subject.personId !== null && subject.hasConsented && !subject.objects;
  const leave = isKnown
    ? { type: 'permit', purpose, detail: 'visit', personId: subject.personId }
    : { type: 'permit', purpose, detail: 'single', personId: null };
  return leave as Permit<P>;
}

/** By which of its headers a request objects to being tracked, `Sec-GPC: 1` or `DNT: 1`; null for neither. */
export function browserObjection(headers: {
  readonly gpc: string | null;
  readonly dnt: string | null;
}): 'gpc' | 'dnt' | null {
  if (headers.gpc === '1') return 'gpc';
  return headers.dnt === '1' ? 'dnt' : null;
}
