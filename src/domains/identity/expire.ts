import { daysBefore } from '../../kernel/clock.ts';
import type { Reading, Writing } from '../../kernel/database/index.ts';
import { deleteExpiredLinks } from './mailed-link-store.ts';
import { selectUnconfirmed } from './person-store.ts';
import { deleteExpiredSessions } from './session-store.ts';
import { deleteClosedThrottles } from './throttle-store.ts';

/** An account whose address nobody confirmed goes after so long. */
const unconfirmed_days = 7;
const batch_persons = 1000;

/** Deletes sessions, links and counts whose term is over. @returns how many rows */
export async function expireAccess(w: Writing<'secure'>): Promise<number> {
  return (await deleteExpiredSessions(w)) + (await deleteExpiredLinks(w)) + (await deleteClosedThrottles(w));
}

/**
 * Ids of accounts that nobody confirmed in time, at most 1,000: each is to be erased as if they had asked. Not their
 * addresses: who wrote one into a form has no say over what its owner signed up for.
 */
export function listUnconfirmed(r: Reading<'secure'>): Promise<string[]> {
  return selectUnconfirmed(r, daysBefore(r.now(), unconfirmed_days), batch_persons);
}
