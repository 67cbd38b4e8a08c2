import { makeReceipts, type Receipt, type SaltedEntry } from '../../../domains/ledger/index.ts';
import type { Powers } from '../../../powers.ts';

/** The receipts of an erasure that is done, to be shown once. That one can't be made takes nothing from the erasure. */
export async function erasureReceipts(
  { database, log }: Powers,
  noted: readonly SaltedEntry[],
): Promise<readonly Receipt[]> {
  try {
    return await makeReceipts(database, noted);
  } catch (error) {
    log.fault('the receipt of an erasure could not be made', error);
    return [];
  }
}
