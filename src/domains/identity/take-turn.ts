import { createHmac, randomBytes } from 'node:crypto';
import type { Writing } from '../../kernel/database/index.ts';
import { countTurnOf, ensureSecretRow } from './throttle-store.ts';

/**
 * What may be done how often: so many turns in a window, for one `who`. What is counted by network is wide, since a
 * whole school may sit behind one address.
 */
export const limits = {
  'sign-in': { most: 10, window_s: 900 },
  'sign-in-from': { most: 200, window_s: 900 },
  'register-from': { most: 100, window_s: 3600 },
  forgotten: { most: 5, window_s: 3600 },
  'forgotten-from': { most: 50, window_s: 3600 },
  'use-link-from': { most: 50, window_s: 3600 },
  password: { most: 10, window_s: 3600 },
  email: { most: 5, window_s: 3600 },
  profile: { most: 60, window_s: 3600 },
  enrol: { most: 60, window_s: 3600 },
  // A code has 75 bits, so this is for the site's sake rather than the code's.
  'enrolment-code': { most: 20, window_s: 3600 },
  'invite-to-course': { most: 30, window_s: 3600 },
  answer: { most: 120, window_s: 60 },
  preview: { most: 120, window_s: 60 },
  search: { most: 60, window_s: 60 },
  'search-from': { most: 600, window_s: 60 },
  inquiry: { most: 5, window_s: 86_400 },
  'inquiry-from': { most: 20, window_s: 3600 },
  'sign-up-link': { most: 5, window_s: 3600 },
  'sign-up-link-from': { most: 50, window_s: 3600 },
  concern: { most: 5, window_s: 86_400 },
  'concern-from': { most: 20, window_s: 3600 },
  'open-organisation': { most: 10, window_s: 86_400 },
  'invite-member': { most: 50, window_s: 3600 },
  'upload-course': { most: 20, window_s: 3600 },
  'export-course': { most: 20, window_s: 3600 },
  form: { most: 60, window_s: 60 },
  // Moving blocks by a key, and what editors keep by themselves.
  edit: { most: 240, window_s: 60 },
} as const;

/** What is limited. */
export type Limited = keyof typeof limits;

/** Whether a turn is granted, else after how many seconds to ask again. */
export type Turn =
  | { readonly type: 'granted' }
  | { readonly type: 'refused'; readonly because: 'too-many'; readonly retry_after_s: number };

/**
 * Counts one turn and says whether it is granted. `who` is an address, a person's id or a network (`networkOf`); only
 * a keyed hash of it is stored, for the window. In a transaction of its own: what rolls back is not counted.
 */
export async function takeTurn(
  w: Writing<'provide' | 'secure'>,
  turn: { readonly what: Limited; readonly who: string },
): Promise<Turn> {
  const key = await ensureSecret(w, 'throttle');
  const whoHash = createHmac('sha256', key).update(turn.who.toLowerCase()).digest();
  const { turns, closes_at } = await countTurnOf(w, { what: turn.what, whoHash, ...limits[turn.what] });
  if (turns <= limits[turn.what].most) return { type: 'granted' };
  const retry_after_s = Math.max(1, Math.ceil((closes_at.getTime() - w.now().getTime()) / 1000));
  return { type: 'refused', because: 'too-many', retry_after_s };
}

/** A key of the site by its name: 256 random bits, made when first asked for, the same for every process. */
export function ensureSecret(w: Writing<'provide' | 'secure' | 'rights'>, name: string): Promise<Buffer> {
  return ensureSecretRow(w, name, randomBytes(32));
}
