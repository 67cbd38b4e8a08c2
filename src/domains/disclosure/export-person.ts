import type { Writing } from '../../kernel/database/index.ts';
import { type Facts, factsOf, type Holdings, type Keep } from '../../kernel/holdings/index.ts';
import { columnsToShow, planErasure, rootsOf, waysOf } from './person-plan.ts';
import { findPerson, readRows, type Who } from './person-store.ts';

/** A column as the export explains it. */
export interface ShownColumn {
  readonly column: string;
  readonly what: string;
  readonly category: Facts['category'];
  readonly source: Facts['source'];
  readonly purposes: Facts['purposes'];
  readonly clauses: readonly string[];
  readonly keep: Keep;
}

/** The export line by line: each table says what it holds, and its rows follow. */
export type ExportLine =
  | {
      readonly type: 'table';
      readonly table: string;
      readonly holds: string;
      readonly columns: readonly ShownColumn[];
      /** What is there and is not shown, and why. */
      readonly withheld: readonly { readonly column: string; readonly because: string }[];
    }
  | { readonly type: 'row'; readonly table: string; readonly row: Readonly<Record<string, unknown>> };

/**
 * All that the site holds on a person, by the data map: every table whose rows lead to them, empty ones too. Read it
 * within the transaction; its memory does not grow with the rows, and nobody waits for a reader that is slow. Null when
 * there is no such person. `noteCopy` first.
 *
 * @param map of the whole house
 */
export async function exportPerson(
  w: Writing<'rights'>,
  map: Holdings,
  who: Who,
): Promise<AsyncGenerator<ExportLine> | null> {
  const ids = await findPerson(w, rootsOf(map), who);
  return ids.length > 0 ? readTables(w, map, ids) : null;
}

async function* readTables(w: Writing<'rights'>, map: Holdings, ids: readonly string[]): AsyncGenerator<ExportLine> {
  // The person first, then the rest: erasure's order from its end.
  for (const { table, holds } of planErasure(map).reverse()) {
    const { shown, withheld } = describeColumns(map, table);
    yield { type: 'table', table, holds, columns: shown, withheld };
    const of = { table, columns: columnsToShow(map, table), ways: waysOf(map, table) };
    for await (const lines of readRows(w, of, ids)) {
      for (const line of lines) yield { type: 'row', table, row: JSON.parse(line) };
    }
  }
}

/** The columns of a table as an export explains them, and those that it leaves out. */
export function describeColumns(map: Holdings, name: string) {
  const table = map[name]!;
  const shown: ShownColumn[] = [];
  const withheld: { column: string; because: string }[] = [];
  for (const [column, { facts }] of Object.entries(table.columns)) {
    const all = factsOf(table, column);
    const { category, source, purposes, clauses, keep } = all;
    if (all.withheld) withheld.push({ column, because: all.withheld });
    else
      shown.push({
        column,
        what: facts.what ?? column.replaceAll('_', ' '),
        category,
        source,
        purposes,
        clauses,
        keep,
      });
  }
  return { shown, withheld };
}
