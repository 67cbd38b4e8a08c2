import type { Reading } from '../../kernel/database/index.ts';
import {
  countEntries,
  type DisclosureRow,
  type DisclosureStep,
  selectEntries,
  selectEntry,
  selectSteps,
} from './gate-store.ts';

const page_rows = 50;

/** The register, newest first, 50 a page from 1. Whom the entries are about is not in it. */
export async function listDisclosures(
  r: Reading<'rights'>,
  page: number,
): Promise<{ readonly rows: readonly DisclosureRow[]; readonly found: number; readonly pages: number }> {
  const [rows, found] = await Promise.all([selectEntries(r, page_rows, (page - 1) * page_rows), countEntries(r)]);
  return { rows, found, pages: Math.max(1, Math.ceil(found / page_rows)) };
}

/** One entry with its steps, oldest first. */
export interface DisclosureView extends DisclosureRow {
  readonly steps: readonly DisclosureStep[];
}

/** One entry of the register, or null. */
export async function findDisclosure(r: Reading<'rights'>, id: string): Promise<DisclosureView | null> {
  const row = await selectEntry(r, id);
  return row && { ...row, steps: await selectSteps(r, id) };
}
