import type { Writing } from '../../kernel/database/index.ts';
import type { Holdings } from '../../kernel/holdings/index.ts';
import { newestDayOver } from './hold.ts';
import { countHeldRows, countHolds, type HoldRow, type HoldStep, selectHoldSteps, selectHolds } from './hold-store.ts';
import { openSeals } from './holds-now.ts';
import { waysOf } from './person-plan.ts';
import { countRows } from './person-store.ts';

const page_rows = 20;

/** A hold as operators see it. Whose it is, is not in it: who approves knows it from the document. */
export interface HoldView extends Omit<HoldRow, 'person_id' | 'sealed'> {
  readonly state: 'asked' | 'holds' | 'ended' | 'lifted';
  readonly steps: readonly { readonly step: HoldStep; readonly operator_id: string | null }[];
  /** Rows that are there now; what would be set aside if they went. None once the person is erased. */
  readonly living: number;
  /** Rows that were set aside. */
  readonly held: number;
}

/** The register of holds, newest first, 20 a page from 1. */
export async function listHolds(
  w: Writing<'rights'>,
  map: Holdings,
  page: number,
): Promise<{ readonly holds: readonly HoldView[]; readonly pages: number }> {
  const rows = await selectHolds(w, page_rows, (page - 1) * page_rows);
  const ids = rows.map(({ id }) => id);
  const [found, steps, held, personOf] = [
    await countHolds(w),
    await selectHoldSteps(w, ids),
    await countHeldRows(w, ids),
    await openSeals(w),
  ];
  const holds: HoldView[] = [];
  for (const row of rows) {
    const { person_id: _, sealed: __, ...shown } = row;
    const state = stateOf(row, w.now());
    const personId = state === 'asked' || state === 'holds' ? personOf(row) : null;
    const plans = row.tables.filter((table) => map[table]).map((table) => ({ table, ways: waysOf(map, table) }));
    const counts = personId ? await countRows(w, plans, [personId]) : new Map<string, number>();
    const living = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const own = steps.filter(({ hold_id }) => hold_id === row.id);
    holds.push({ ...shown, state, steps: own, living, held: held.get(row.id) ?? 0 });
  }
  return { holds, pages: Math.max(1, Math.ceil(found / page_rows)) };
}

function stateOf({ approved_at, lifted_at, ends_on }: HoldRow, now: Date): HoldView['state'] {
  if (lifted_at) return 'lifted';
  if (ends_on <= newestDayOver(now)) return 'ended';
  return approved_at ? 'holds' : 'asked';
}
