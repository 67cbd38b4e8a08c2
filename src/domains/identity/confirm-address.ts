import type { Writing } from '../../kernel/database/index.ts';
import { findLink, takeLink } from './mailed-link.ts';
import { isPasswordOf } from './new-password.ts';
import { updateConfirmed } from './person-store.ts';
import { beginSession, type NewSession } from './session.ts';

/** What came of using the first letter's link. A link that was used, is too old or never was gets one answer. */
export type Confirmation =
  | { readonly type: 'confirmed'; readonly session: NewSession }
  | { readonly type: 'refused'; readonly because: 'no-such-link' | 'wrong-password' };

/**
 * Opens an account by the link of the first letter and the password that was chosen, and signs the person in. The password,
 * because somebody else may have registered with the address, to use later what its owner opens: who owns the mail and knows
 * no password sets one by another letter. Take a turn first. Call it for a POST only: mail programs open links to look at
 * them.
 */
export async function confirmAddress(
  w: Writing<'secure'>,
  by: { readonly secret: string; readonly password: string; readonly device: string | null },
): Promise<Confirmation> {
  const found = await findLink(w, 'confirm-address', by.secret);
  if (!found) return { type: 'refused', because: 'no-such-link' };
  if (!(await isPasswordOf(w, found.person_id, by.password))) return { type: 'refused', because: 'wrong-password' };
  const link = await takeLink(w, 'confirm-address', by.secret);
  if (!link) return { type: 'refused', because: 'no-such-link' };
  await updateConfirmed(w, link.person_id);
  return { type: 'confirmed', session: await beginSession(w, link.person_id, by.device) };
}
