/** A use that needs a person's own yes. Its words stand in the catalogue of messages, under `choices.USE.words`. */
interface ConsentFacts {
  /** Counted up when the words change their meaning: a yes to earlier words covers no more than those said. */
  readonly wording: number;
  /** The clause of the privacy policy that speaks of the use. */
  readonly clause: string;
  /** The ids of the controls that ask for it. */
  readonly askedBy: readonly string[];
}

/** All uses that need a person's own yes, in the order of pages. Each is off until then, and nothing else is asked for. */
export const consentUses = {
  /** To tie what somebody opens and uses to them, in its order, so as to see where courses are hard to follow. */
  improve: { wording: 1, clause: 'P5', askedBy: ['choices.allow'] },
  /** To write with news. Who says yes without an account is kept by outreach; so is who has one, by their address. */
  mailings: { wording: 1, clause: 'P9b', askedBy: ['choices.allow', 'build.send', 'my-sign-up.updates'] },
} as const satisfies Readonly<Record<string, ConsentFacts>>;

/** The name of such a use. */
export type ConsentUse = keyof typeof consentUses;

/** The receipt of a yes: what was shown, when it was given, and when it was taken back. */
export interface GivenConsent {
  readonly shown: string;
  readonly version: string;
  readonly control: string;
  readonly given_at: Date;
  /** Null while the yes stands. */
  readonly withdrawn_at: Date | null;
}
