import type { Reading } from '../../kernel/database/index.ts';
import { type Holdings, tablesAboutPeople } from '../../kernel/holdings/index.ts';
import { type AffectedPlan, countPersons, selectAddresses, selectPersons } from './affected-store.ts';
import { rootsOf, waysOf } from './person-plan.ts';

/** What lay open: columns of a table, in a window of time. */
export interface AffectedScope {
  readonly table: string;
  /** None stands for all. */
  readonly columns: readonly string[];
  readonly from: Date;
  readonly to: Date;
  /** Rows that were there at some time of the window, or only those that were made or changed in it. */
  readonly which: 'there' | 'changed';
}

/** Somebody whose data lay open. */
export interface AffectedPerson {
  readonly personId: string;
  readonly address: string;
  /** Whether they have an account, and so a ledger. */
  readonly hasAccount: boolean;
}

/** How many persons a scope reaches. @throws when the map has no such table about people */
export function countAffected(r: Reading<'rights'>, map: Holdings, scope: AffectedScope): Promise<number> {
  return countPersons(r, planOf(map, scope));
}

/**
 * The persons whom a scope reaches, in the order of their ids, from behind `after`: accounts, and those who signed up or
 * asked without one. Who was erased since is not among them. `next` is what to pass for the following ones; null at the end.
 */
export async function listAffected(
  r: Reading<'rights'>,
  map: Holdings,
  scope: AffectedScope,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<{ readonly persons: readonly AffectedPerson[]; readonly next: string | null }> {
  const ids = await selectPersons(r, planOf(map, scope), after, limit);
  const persons = ids.length > 0 ? await selectAddresses(r, rootsOf(map), ids) : [];
  return { persons, next: ids.length === limit ? ids.at(-1)! : null };
}

/** The tables in which something about people lies, with their columns, and whether rows keep a moment. */
export function listScopes(map: Holdings): {
  readonly table: string;
  readonly holds: string;
  readonly columns: readonly string[];
  readonly keepsMoments: boolean;
}[] {
  return tablesAboutPeople(map).map((table) => ({
    table,
    holds: map[table]!.holds,
    columns: Object.keys(map[table]!.columns),
    keepsMoments: momentsOf(map, table).length > 0,
  }));
}

function planOf(map: Holdings, { table, columns, ...window }: AffectedScope): AffectedPlan {
  if (!tablesAboutPeople(map).includes(table)) throw new Error(`the data map has no table ${table} about people`);
  const all = Object.keys(map[table]!.columns);
  const chosen = columns.filter((column) => all.includes(column));
  const moments = momentsOf(map, table);
  return { ...window, table, ways: waysOf(map, table), columns: chosen.length > 0 ? chosen : all, moments };
}

function momentsOf(map: Holdings, table: string): string[] {
  const { columns } = map[table]!;
  return Object.keys(columns).filter((column) => columns[column]!.type.startsWith('timestamp'));
}
