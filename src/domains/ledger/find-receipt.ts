import type { Database } from '../../kernel/database/index.ts';
import { appendLeaves, getLogKey } from './append-leaves.ts';
import { leafOf, makeEntry, type SaltedEntry } from './entry.ts';
import { selectSalted } from './ledger-store.ts';
import { findRootAt, proveInclusion } from './prove.ts';
import { findReceiptFault, type Receipt, type ReceiptFault, readReceipt, writeReceipt } from './receipt.ts';

/** The receipt of a line of a person's ledger; null when they have no such line. */
export async function findReceipt(database: Database, personId: string, entryId: string): Promise<Receipt | null> {
  const row = await selectSalted(database.read('rights'), personId, entryId);
  return row ? makeReceipt(database, { salt: row.salt, entry: makeEntry(row, row.at, row.salt) }) : null;
}

/** The receipts of entries that were noted and kept nowhere, such as erasures, once their transaction is committed. */
export async function makeReceipts(database: Database, noted: readonly SaltedEntry[]): Promise<readonly Receipt[]> {
  const receipts: Receipt[] = [];
  for (const salted of noted) receipts.push(await makeReceipt(database, salted));
  return receipts;
}

/** What waits is brought into the log first. */
async function makeReceipt(database: Database, salted: SaltedEntry): Promise<Receipt> {
  const leaf = leafOf(salted);
  const r = database.read('provide');
  const found = await proveInclusion(r, leaf);
  if (!found) await appendLeaves(database);
  const inclusion = found ?? (await proveInclusion(r, leaf));
  if (!inclusion) throw new Error('the leaf of an entry is not in the log');
  return writeReceipt(salted, inclusion);
}

/** What a text turned out to be that somebody holds for a receipt of this site. */
export type ReceiptCheck =
  | { readonly type: 'sound'; readonly receipt: Receipt }
  | { readonly type: 'refused'; readonly because: 'no-receipt' }
  | {
      readonly type: 'refused';
      /** `forked`: the site signed this head, and its log is another one today. */
      readonly because: ReceiptFault | 'forked';
      readonly receipt: Receipt;
    };

/** Checks a receipt by itself against a site's public key of 32 bytes; its log is not asked. */
export function checkReceiptAlone(text: string, publicKey: Uint8Array): ReceiptCheck {
  const receipt = readReceipt(text);
  if (!receipt) return { type: 'refused', because: 'no-receipt' };
  const fault = findReceiptFault(receipt, publicKey);
  return fault ? { type: 'refused', because: fault, receipt } : { type: 'sound', receipt };
}

/** Checks a receipt against this site's key and its log as it is now. */
export async function checkReceipt(database: Database, text: string): Promise<ReceiptCheck> {
  const check = checkReceiptAlone(text, await getLogKey(database));
  if (check.type === 'refused') return check;
  const { receipt } = check;
  const { size, root } = receipt.log.head;
  const now = await findRootAt(database.read('provide'), size);
  return now?.toString('hex') === root ? { type: 'sound', receipt } : { type: 'refused', because: 'forked', receipt };
}
