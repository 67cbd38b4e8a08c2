import type { Reading, Writing } from '../../kernel/database/index.ts';
import { hashSecret } from '../identity/index.ts';
import { selectDeliveredTo } from './delivery-store.ts';
import { selectHasConsent, updateWithdrawn } from './updates-store.ts';

/** What the link of a mailing leads to: whether its reader still gets mailings; null when it never was. */
export async function findStopLink(
  r: Reading<'contact'>,
  secret: string,
): Promise<{ readonly getsUpdates: boolean } | null> {
  const delivery = await selectDeliveredTo(r, hashSecret(secret));
  return delivery && { getsUpdates: await selectHasConsent(r, delivery.contact_id) };
}

/**
 * Ends all mailings to who got this copy. A link works for as long as its mailing is remembered, as often as it is used.
 *
 * @param by the link itself, or the button of a mail program (RFC 8058)
 */
export async function stopMailings(
  w: Writing<'contact'>,
  secret: string,
  by: 'link' | 'one click',
): Promise<{ readonly type: 'stopped' } | { readonly type: 'refused'; readonly because: 'no-such-link' }> {
  const delivery = await selectDeliveredTo(w, hashSecret(secret));
  if (!delivery) return { type: 'refused', because: 'no-such-link' };
  await updateWithdrawn(w, delivery.contact_id, by);
  return { type: 'stopped' };
}
