import type { Letter } from '../../kernel/mail/index.ts';

/** To whom a letter about a request speaks. */
export interface RequestLetterFacts {
  /** Empty where it isn't known. */
  readonly name: string;
  readonly language: string | null;
  readonly reference: string;
}

/** The words of the letters about requests, made from the message catalogue by the web. */
export interface RequestLetters {
  /** Where answers go: the site's privacy address. */
  readonly replyTo: string;
  /** After the form: the link confirms it. */
  confirmRequest(facts: RequestLetterFacts & { readonly secret: string; readonly valid_days: number }): Letter;
  /** The link shows that whoever asks has the address on record. */
  showIdentity(facts: RequestLetterFacts & { readonly secret: string; readonly valid_days: number }): Letter;
  /** That the answer takes longer, until when and why. */
  extended(facts: RequestLetterFacts & { readonly due_on: string; readonly reason: string }): Letter;
  /** Where to see and take along what is held: behind signing in. */
  access(facts: RequestLetterFacts): Letter;
  /** That what was held is erased. */
  erased(facts: RequestLetterFacts): Letter;
}
