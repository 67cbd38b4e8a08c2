import type { Writing } from '../../kernel/database/index.ts';
import { hashSecret } from '../identity/index.ts';
import { updateComplained, updateUndeliverable } from './contact-store.ts';
import { selectDeliveredTo } from './delivery-store.ts';
import { readReturnedMails } from './read-returned-mail.ts';
import { updateWithdrawn } from './updates-store.ts';

/**
 * Takes note of mail that came back: to an address that fails no mailing goes any more, and who complained gets none. Only
 * mail that returns a copy of ours with its secret counts, so that nobody can silence others by a forged report.
 *
 * @param file one mail, or a mailbox file of many
 */
export async function takeReturnedMail(
  w: Writing<'contact'>,
  file: string,
): Promise<{ readonly bounces: number; readonly complaints: number; readonly others: number }> {
  const { returned, others } = readReturnedMails(file);
  const counts = { bounces: 0, complaints: 0, others };
  for (const { what, secret } of returned) {
    const delivery = await selectDeliveredTo(w, hashSecret(secret));
    if (!delivery) counts.others += 1;
    else if (what === 'bounce') {
      await updateUndeliverable(w, delivery.contact_id);
      counts.bounces += 1;
    } else {
      await updateComplained(w, delivery.contact_id);
      await updateWithdrawn(w, delivery.contact_id, 'complaint');
      counts.complaints += 1;
    }
  }
  return counts;
}
