import type { Letter } from '../../kernel/mail/index.ts';

/** To whom a letter speaks, and the secret of its link. */
export interface ContactLetterFacts {
  /** Empty where it isn't known. */
  readonly name: string;
  readonly language: string | null;
  readonly secret: string;
  readonly valid_days: number;
}

/** The words of the letters to contacts, made from the message catalogue by the web. */
export interface OutreachLetters {
  /** After a form: the link confirms it. */
  confirmInquiry(facts: ContactLetterFacts): Letter;
  /** The link to one's own sign-up. */
  mySignUp(facts: ContactLetterFacts): Letter;
  /** The link of an invitation to host courses. */
  invitation(facts: ContactLetterFacts & { readonly organisation: string }): Letter;
}

/** The words around a mailing, made from the message catalogue by the web. */
export interface MailingWords {
  /** Where the secret of a delivery ends all mailings. */
  stopLink(secret: string): string;
  footer(language: string | null): {
    readonly language: string;
    /** Why they get it. */
    readonly why: string;
    /** What the link does. */
    readonly stop: string;
  };
}
