import type { Writing } from '../database/index.ts';
import { UndeclaredError } from '../holdings/index.ts';
import { topic } from '../switchboard.ts';
import { isMailAddress, type Letter, normaliseAddress, tidyLetter } from './letter.ts';
import { isLetterKind, type LetterKind } from './letter-kinds.ts';
import { insertMail } from './mail-store.ts';

/** A letter waits in the outbox: the post office is woken by it. */
export const letterQueued = topic<null>('letter queued');

/**
 * Puts a letter into the outbox, in the caller's transaction: no commit, no letter. It leaves after the commit.
 *
 * @param to the person's id where there is one, so that erasure finds the letter
 * and `replyTo` where people read the answers
 * @param about which of the site's letters it is
 * @throws UndeclaredError for a kind that nobody declared, and an error when the address is none
 */
export async function queueLetter(
  w: Writing<'provide' | 'secure' | 'contact' | 'rights'>,
  to: { readonly personId: string | null; readonly address: string; readonly replyTo?: string },
  about: LetterKind,
  letter: Letter,
): Promise<void> {
  if (!isLetterKind(about)) throw new UndeclaredError('a letter', ['its kind is not declared']);
  const address = normaliseAddress(to.address);
  if (!isMailAddress(address)) throw new Error(`the letter '${about}' has no proper address`);
  const { personId: person_id, replyTo: reply_to = null } = to;
  await insertMail(w, { id: w.newId(), person_id, address, about, reply_to, ...tidyLetter(letter), now: w.now() });
  w.announce(letterQueued, null);
}
