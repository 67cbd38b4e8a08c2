import type { Writing } from '../../kernel/database/index.ts';
import { newWord } from '../../kernel/ids.ts';
import { isMailAddress, normaliseAddress } from '../../kernel/mail/index.ts';
import type { AccountLetters } from './letters.ts';
import { mailLink } from './mailed-link.ts';
import { findPasswordFault, hashPassword, type PasswordFault } from './password.ts';
import { findNameFault, isBirthYear, isOldEnough, type NameFault } from './person.ts';
import { insertPerson, selectAccountByEmail } from './person-store.ts';

/** What a stranger fills in to register. */
export interface RegistrationForm {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  /** Asked to know whether they are old enough, and not kept. */
  readonly birthYear: number;
  readonly language: string | null;
  readonly timeZone: string | null;
}

/** What is wrong with a registration, by field. */
export interface RegistrationFaults {
  readonly email?: 'no-address';
  readonly name?: NameFault;
  readonly password?: PasswordFault;
  readonly birthYear?: 'no-year';
}

/** What came of a registration. */
export type Registration =
  | {
      readonly type: 'received';
      /** Whom to record the acknowledgement for. Null when the address was taken: the page must not let that show. */
      readonly newPersonId: string | null;
    }
  | { readonly type: 'refused'; readonly because: 'faults'; readonly faults: RegistrationFaults }
  | { readonly type: 'refused'; readonly because: 'too-young' };

/**
 * Registers a person. A stranger can't learn from it whether an address has an account: the answer and the work are
 * the same, and what differs is the letter. The account opens by the link in that letter (`confirmAddress`).
 * Nothing of a too young person's form is stored. Record the acknowledgement of the documents in the same transaction.
 */
export async function register(
  w: Writing<'secure'>,
  form: RegistrationForm,
  site: { readonly letters: AccountLetters; readonly minimumAge_years: number },
): Promise<Registration> {
  const email = normaliseAddress(form.email);
  const faults = findFaults(form, email, w.now());
  if (faults) return { type: 'refused', because: 'faults', faults };
  if (!isOldEnough(form.birthYear, site.minimumAge_years, w.now())) return { type: 'refused', because: 'too-young' };

  const now = w.now();
  const person = {
    id: w.newId(),
    handle: newHandle(),
    email,
    email_confirmed_at: null,
    name: form.name.trim(),
    age_stated_at: now,
    language: form.language,
    time_zone: form.timeZone,
    is_operator: false,
    registered_at: now,
  };
  const isNew = await insertPerson(w, person, await hashPassword(form.password));
  if (!isNew) {
    await tellOwner(w, email, site.letters);
    return { type: 'received', newPersonId: null };
  }
  await mailLink(w, person, 'confirm-address', { about: 'confirm-address', words: site.letters.confirmAddress });
  return { type: 'received', newPersonId: person.id };
}

function findFaults(form: RegistrationForm, email: string, now: Date): RegistrationFaults | null {
  const name = findNameFault(form.name);
  const password = findPasswordFault(form.password, email);
  const faults: RegistrationFaults = {
    ...(isMailAddress(email) ? {} : { email: 'no-address' as const }),
    ...(name ? { name } : {}),
    ...(password ? { password } : {}),
    ...(isBirthYear(form.birthYear, now) ? {} : { birthYear: 'no-year' as const }),
  };
  return Object.keys(faults).length > 0 ? faults : null;
}

/**
 * The owner of a taken address gets a link for a new password: it helps who forgot that they registered, and whoever
 * else wrote the address into the form (before its owner did, perhaps, with a password of their own) is locked out by it.
 */
async function tellOwner(w: Writing<'secure'>, email: string, letters: AccountLetters): Promise<void> {
  const owner = await selectAccountByEmail(w, email);
  if (!owner) return;
  await mailLink(w, owner, 'new-password', { about: 'address-taken', words: letters.addressTaken });
}

/** A word for a person where others see it, made of chance alone. */
export function newHandle(): string {
  return newWord(12);
}
