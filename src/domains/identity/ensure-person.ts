import type { Reading, Writing } from '../../kernel/database/index.ts';
import { isMailAddress, normaliseAddress } from '../../kernel/mail/index.ts';
import { hashPassword } from './password.ts';
import { insertPerson, selectAccountByEmail, selectAnybody, selectOperators, updateOperator } from './person-store.ts';
import { newHandle } from './register.ts';

/**
 * Makes a person without letters, for the demo's people and for an operator's command line; leaves one who is there as
 * they are, but for `isOperator`. @returns the person's id
 */
export async function ensurePerson(
  w: Writing<'secure'>,
  person: { readonly email: string; readonly name: string; readonly password: string; readonly isOperator: boolean },
): Promise<string> {
  const email = normaliseAddress(person.email);
  if (!isMailAddress(email)) throw new Error('the address of the person to make is none');
  const id = w.newId();
  const now = w.now();
  const made = { id, handle: newHandle(), email, email_confirmed_at: now, name: person.name, age_stated_at: null };
  const rest = { language: null, time_zone: null, is_operator: person.isOperator, registered_at: now };
  // Hashing costs 30 ms: a second start of the demo looks first.
  const there = await selectAccountByEmail(w, email);
  if (!there && (await insertPerson(w, { ...made, ...rest }, await hashPassword(person.password)))) return id;
  const account = there ?? (await selectAccountByEmail(w, email));
  if (!account) throw new Error('a person vanished while it was made');
  if (person.isOperator) await updateOperator(w, account.id, true);
  return account.id;
}

/** The id of who has this address, or null. For staff only: it says whether an address has an account. */
export async function findPersonByEmail(r: Reading<'secure' | 'rights'>, email: string): Promise<string | null> {
  return (await selectAccountByEmail(r, normaliseAddress(email)))?.id ?? null;
}

/** Whether anybody has an account on this site. */
export function hasPeople(r: Reading<'secure'>): Promise<boolean> {
  return selectAnybody(r);
}

/** Makes a person an operator of the site, or no longer one. */
export function setOperator(w: Writing<'secure'>, personId: string, isOperator: boolean): Promise<void> {
  return updateOperator(w, personId, isOperator);
}

const most_operators = 200;

/** Those who operate the site, by name: for operators, who share work out. At most 200. */
export function listOperators(r: Reading<'provide'>): Promise<{ readonly id: string; readonly name: string }[]> {
  return selectOperators(r, most_operators);
}
