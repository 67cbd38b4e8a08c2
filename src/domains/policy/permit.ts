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
  /** Whether the browser says Global Privacy Control or Do Not Track. */
  readonly objects: boolean;
}

/** Nothing may be recorded about whoever it is. */
export interface PermitRefusal {
  readonly type: 'refused';
  readonly because: 'not-acknowledged';
}

/**
 * Leave to record what the subject does, or a refusal. Who took note of the policy is recorded as it says (P5); who
 * did not is not collected from. Visitors, and people whose browser objects, leave single events only.
 */
export function permit<P extends PermitPurpose>(subject: PermitSubject, purpose: P): Permit<P> | PermitRefusal {
  if (subject.personId !== null && !subject.hasAcknowledged) return { type: 'refused', because: 'not-acknowledged' };
  const isKnown = subject.personId !== null && !subject.objects;
  const leave = isKnown
    ? { type: 'permit', purpose, detail: 'visit', personId: subject.personId }
    : { type: 'permit', purpose, detail: 'single', personId: null };
  return leave as Permit<P>;
}

/** Whether a request's headers object to being tracked: `Sec-GPC: 1` or `DNT: 1`. */
export function isObjecting(headers: { readonly gpc: string | null; readonly dnt: string | null }): boolean {
  return headers.gpc === '1' || headers.dnt === '1';
}
