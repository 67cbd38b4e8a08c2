import type { Letter } from '../../kernel/mail/index.ts';

/** What a person is told of a disclosure. */
export interface DisclosureLetterFacts {
  readonly recipient: string;
  readonly ground: string;
  readonly why: string;
  readonly fields: readonly string[];
  readonly given_at: Date;
}

/** The words of the letter about a disclosure, made from the message catalogue by the web. */
export interface DisclosureLetters {
  readonly replyTo: string;
  disclosed(facts: DisclosureLetterFacts): Letter;
}
