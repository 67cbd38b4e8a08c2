import type { Reading, Writing } from '../../kernel/database/index.ts';
import { normaliseAddress } from '../../kernel/mail/index.ts';
import { ensureContact, selectContactByEmail, updateConfirmed } from './contact-store.ts';
import {
  insertConsent,
  selectReceipts,
  type UpdatesReceipt,
  type UpdatesYes,
  updateWithdrawn,
} from './updates-store.ts';

/** All that the owner of an address ever said yes to mailings with, newest first, at most 50. */
export async function listUpdatesReceipts(r: Reading<'contact'>, email: string): Promise<UpdatesReceipt[]> {
  const contact = await selectContactByEmail(r, normaliseAddress(email));
  return contact ? selectReceipts(r, contact.id) : [];
}

/** Begins mailings to an address whose owner has shown that it is theirs, as who has an account did. */
export async function allowUpdates(
  w: Writing<'contact'>,
  { email, language }: { readonly email: string; readonly language: string },
  yes: UpdatesYes,
): Promise<void> {
  const contact = await ensureContact(w, normaliseAddress(email), language);
  await insertConsent(w, contact.id, yes);
  await updateConfirmed(w, contact.id);
}

/** Ends mailings to an address, with effect from the commit. */
export async function endUpdates(w: Writing<'contact'>, email: string, by: string): Promise<void> {
  const contact = await selectContactByEmail(w, normaliseAddress(email));
  if (contact) await updateWithdrawn(w, contact.id, by);
}
