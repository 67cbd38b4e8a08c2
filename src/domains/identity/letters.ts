import type { Letter } from '../../kernel/mail/index.ts';

/** To whom a letter speaks, and the secret of its link where it has one. */
export interface LetterFacts {
  readonly name: string;
  /** The language of the person's pages; null when they chose none. */
  readonly language: string | null;
}

/** The same, for a letter with a link that works once. */
export interface LinkLetterFacts extends LetterFacts {
  /** For the link's address. */
  readonly secret: string;
  readonly valid_hours: number;
}

/** The words of the letters about an account, made from the message catalogue by the web. */
export interface AccountLetters {
  /** After registering: the link opens `confirmAddress`. */
  readonly confirmAddress: (facts: LinkLetterFacts) => Letter;
  /** Somebody registered with an address that has an account: the link opens `setNewPassword`. */
  readonly addressTaken: (facts: LinkLetterFacts) => Letter;
  /** For a forgotten password: the link opens `setNewPassword`. */
  readonly newPassword: (facts: LinkLetterFacts) => Letter;
  /** To the new address: the link opens `confirmNewAddress`. */
  readonly confirmNewAddress: (facts: LinkLetterFacts) => Letter;
  /** To the present address, when another was asked for. */
  readonly newAddressAsked: (facts: LetterFacts) => Letter;
  /** After a copy of all data was taken. */
  readonly copyTaken: (facts: LetterFacts) => Letter;
  /** To the old address, once the new one holds. */
  readonly addressChanged: (facts: LetterFacts) => Letter;
  /** After a password was changed or set anew. */
  readonly passwordChanged: (facts: LetterFacts) => Letter;
}
