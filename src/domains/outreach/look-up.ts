import type { Writing } from '../../kernel/database/index.ts';
import { noteLookUp } from '../ledger/index.ts';
import { insertContactLookUps, selectAccountsOf } from './look-up-store.ts';

/** A look of an operator at what contacts sent. */
export interface DeskLookUp {
  readonly contactIds: readonly string[];
  readonly staffId: string;
  /** What was seen, as the data map names it: `contact.email`. */
  readonly fields: readonly string[];
}

const [role, purpose] = ['operator', 'hosting'];

/**
 * Notes that an operator saw what contacts sent: for each contact, who reads it behind their mailed link, and in the ledger
 * of the account with the same address, if there is one. Before the page or file with it goes out.
 */
export async function noteDeskLookUp(
  w: Writing<'contact'>,
  { contactIds, staffId, fields }: DeskLookUp,
): Promise<void> {
  if (contactIds.length === 0) return;
  await insertContactLookUps(w, { contactIds: [...new Set(contactIds)], role, purpose, fields });
  const personIds = await selectAccountsOf(w, contactIds);
  await noteLookUp(w, { personIds, staffId, role, purpose, fields, count: 1 });
}
