import type { Database } from '../../kernel/database/index.ts';
import { ensurePerson } from './ensure-person.ts';
import type { AccountLetters, LetterFacts, LinkLetterFacts } from './letters.ts';

export const testPassword = 'a walk along the river';

/** A person with a confirmed address and `testPassword`. @returns their id */
export function aPerson(
  database: Database,
  given: { readonly email: string; readonly name?: string; readonly isOperator?: boolean },
): Promise<string> {
  const { email, name = 'Ada', isOperator = false } = given;
  return database.write('secure', (w) => ensurePerson(w, { email, name, password: testPassword, isOperator }));
}

/** Letters whose text is the secret of their link, so that a test can follow it. */
export const plainLetters: AccountLetters = {
  confirmAddress: linkLetter('confirm-address'),
  addressTaken: linkLetter('address-taken'),
  newPassword: linkLetter('new-password'),
  confirmNewAddress: linkLetter('new-address'),
  newAddressAsked: (facts: LetterFacts) => ({ subject: 'new-address-asked', text: facts.name }),
  copyTaken: (facts: LetterFacts) => ({ subject: 'copy-taken', text: facts.name }),
  addressChanged: (facts: LetterFacts) => ({ subject: 'address-changed', text: facts.name }),
  passwordChanged: (facts: LetterFacts) => ({ subject: 'password-changed', text: facts.name }),
};

function linkLetter(subject: string) {
  return (facts: LinkLetterFacts) => ({ subject: `${subject} for ${facts.name}`, text: facts.secret });
}
