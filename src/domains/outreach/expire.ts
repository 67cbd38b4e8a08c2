import { daysBefore } from '../../kernel/clock.ts';
import type { Writing } from '../../kernel/database/index.ts';
import { deleteStaleContacts } from './contact-store.ts';
import { outreachTerms } from './holdings.ts';
import { deleteOldInquiries } from './inquiry-store.ts';

/**
 * Deletes forms that nobody confirmed in a week, those that were kept for two years, links whose term is over, and contacts
 * of whom nothing is left. @returns how many rows
 */
export async function expireOutreach(w: Writing<'contact'>): Promise<number> {
  const before = (days: number) => daysBefore(w.now(), days);
  const { unconfirmed_days, inquiry_days } = outreachTerms;
  const inquiries = await deleteOldInquiries(w, { unconfirmed: before(unconfirmed_days), any: before(inquiry_days) });
  return inquiries + (await deleteStaleContacts(w));
}
