import type { Database, Reading, Writing } from '../../kernel/database/index.ts';
import type { Holdings } from '../../kernel/holdings/index.ts';
import { newSecret } from '../../kernel/ids.ts';
import { type Letter, queueLetter } from '../../kernel/mail/index.ts';
import { getUseLimits, hashSecret } from '../identity/index.ts';
import { limitUse } from '../policy/index.ts';
import { type Erasure, erasePerson } from './erase-person.ts';
import {
  deleteErasureRequest,
  type ErasureRequest,
  insertErasureRequest,
  selectDueErasures,
  selectErasureOf,
  selectErasureRequest,
} from './erasure-request-store.ts';
import { rootsOf } from './person-plan.ts';
import { findAddress } from './person-store.ts';

/** How long an erasure waits, so that whose account it is can stop somebody else who has their password. */
const grace_h = 24;
const most_due = 100;

/** The words of the letter about an erasure, made from the message catalogue by the web. */
export interface ErasureLetters {
  /** What was asked, and the link by which it is stopped, or done at once. */
  erasureAsked(facts: {
    readonly name: string;
    readonly language: string | null;
    readonly secret: string;
    readonly due_at: Date;
    readonly timeZone: string | null;
  }): Letter;
}

/** Whose account is to be erased, as the letter needs it. */
export interface Asker {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly language: string | null;
  readonly timeZone: string | null;
}

/**
 * Asks for the erasure of an account. From the commit its data are at rest; a day later they are erased. The letter has a
 * link that stops it or does it at once, for whoever reads the account's mail and nobody else. Asked again meanwhile,
 * nothing changes.
 */
export async function askForErasure(
  w: Writing<'rights'>,
  { personId, email, name, language, timeZone }: Asker,
  letters: ErasureLetters,
): Promise<ErasureRequest> {
  const secret = newSecret();
  const due_at = new Date(w.now().getTime() + grace_h * 3_600_000);
  const { restricted_at } = await getUseLimits(w, personId);
  const request = { personId, asked_at: w.now(), due_at, wasRestricted: restricted_at !== null };
  if (!(await insertErasureRequest(w, request, hashSecret(secret)))) {
    const standing = await selectErasureOf(w, personId);
    if (standing) return standing;
  }
  await limitUse(w, personId, true);
  const letter = letters.erasureAsked({ name, language, secret, due_at, timeZone });
  await queueLetter(w, { personId, address: email }, 'erasure-asked', letter);
  return request;
}

/** The erasure that waits for an account; null when there is none. */
export function findErasureOf(r: Reading<'rights'>, personId: string): Promise<ErasureRequest | null> {
  return selectErasureOf(r, personId);
}

/** The erasure that a letter's link stands for; null when it was stopped, was done, or never was. */
export function findErasureBy(r: Reading<'rights'>, secret: string): Promise<ErasureRequest | null> {
  return selectErasureRequest(r, hashSecret(secret));
}

/** Stops an erasure that waits. The account is as it was before. @returns false when there is none */
export async function stopErasure(w: Writing<'rights'>, personId: string): Promise<boolean> {
  const request = await deleteErasureRequest(w, personId);
  if (request && !request.wasRestricted) await limitUse(w, personId, false);
  return request !== null;
}

/**
 * Erases an account and what was signed up for with its address, which is confirmed.
 *
 * @param map of the whole house
 */
export async function eraseAccount(w: Writing<'rights'>, map: Holdings, personId: string): Promise<Erasure> {
  const email = await findAddress(w, rootsOf(map), personId);
  return email ? erasePerson(w, map, { email }, { type: 'self' }) : { type: 'refused', because: 'no-such-person' };
}

/** Erases those whose day is over, each in a transaction of its own. @returns how many */
export async function eraseDue(database: Database, map: Holdings): Promise<number> {
  const due = await selectDueErasures(database.read('rights'), most_due);
  for (const personId of due) await database.write('rights', (w) => eraseAccount(w, map, personId));
  return due.length;
}
