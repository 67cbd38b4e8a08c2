import type { Reading } from '../../kernel/database/index.ts';
import type { LedgerLine } from './entry.ts';
import { selectEntries } from './ledger-store.ts';

const page_lines = 50;

/**
 * A page of a person's ledger, the newest first, at most 50 lines.
 *
 * @param before the last line of the page before; null for the first page
 * @returns the lines, and what to pass for the next page: null when this is the last
 */
export async function listEntries(
  r: Reading<'rights'>,
  personId: string,
  { before }: { readonly before: string | null },
): Promise<{ readonly lines: readonly LedgerLine[]; readonly next: string | null }> {
  const lines = await selectEntries(r, personId, before, page_lines + 1);
  const shown = lines.slice(0, page_lines);
  return { lines: shown, next: lines.length > page_lines ? shown.at(-1)!.id : null };
}
