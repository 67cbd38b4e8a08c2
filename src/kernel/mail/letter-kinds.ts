/**
 * Every kind of letter that the site sends, and what it is for. A letter of another kind does not compile, and is refused
 * when the compiler was cheated.
 */
const letterKinds = {
  'address-changed': 'that the address of an account was changed',
  'address-taken': 'that somebody tried to register with an address that has an account',
  breach: 'that data about the person were reached by somebody who should not',
  'confirm-address': 'the link that opens an account',
  'confirm-inquiry': 'the link that confirms a form to host courses',
  'confirm-request': 'the link that confirms a request about data',
  'copy-taken': 'that a copy of all data was taken',
  'course-invitation': 'an invitation to take a course or to work on it',
  disclosure: 'that data about the person were handed over',
  'erasure-asked': 'that an erasure was asked for, and how to stop it',
  'inquiry-reply': 'an answer to a form',
  invitation: 'an invitation to host courses',
  'member-invitation': 'an invitation into an organisation',
  'my-sign-up': 'the link to what somebody signed up for',
  'new-address': 'the link that confirms a new address',
  'new-address-asked': 'that a new address was asked for',
  'new-password': 'the link for a new password',
  'organisation-opened': 'the link that confirms an organisation',
  'password-changed': 'that a password was changed',
  'request-access': 'that a copy of all data is ready for who asked for it',
  'request-erased': 'that what a request asked to erase is gone',
  'request-extended': 'that an answer to a request takes longer, and why',
  'request-reply': 'an answer to a request',
  'show-identity': 'the link by which who asked shows who they are',
} as const;

/** A kind of letter that is declared. */
export type LetterKind = keyof typeof letterKinds;

/** Whether a word names a declared kind of letter. */
export function isLetterKind(word: string): word is LetterKind {
  return Object.hasOwn(letterKinds, word);
}
