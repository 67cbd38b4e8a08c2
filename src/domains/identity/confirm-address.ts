import type { Writing } from '../../kernel/database/index.ts';
import { takeLink } from './mailed-link.ts';
import { selectAccount, updateConfirmed } from './person-store.ts';
import { beginSession, type NewSession } from './session.ts';

/** What came of using the first letter's link. A link that was used, is too old or never was gets one answer. */
export type Confirmation =
  | { readonly type: 'confirmed'; readonly session: NewSession }
  | { readonly type: 'refused'; readonly because: 'no-such-link' };

/**
 * Opens an account by the link of the first letter, and signs the person in. Call it for a POST only: mail programs
 * open links to look at them.
 */
export async function confirmAddress(
  w: Writing<'secure'>,
  by: { readonly secret: string; readonly device: string | null },
): Promise<Confirmation> {
  const link = await takeLink(w, 'confirm-address', by.secret);
  const person = link && (await selectAccount(w, link.person_id));
  if (!person) return { type: 'refused', because: 'no-such-link' };
  await updateConfirmed(w, person.id);
  return { type: 'confirmed', session: await beginSession(w, person.id, by.device) };
}
