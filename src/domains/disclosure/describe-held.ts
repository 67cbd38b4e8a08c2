import type { Reading } from '../../kernel/database/index.ts';
import { type Facts, factsOf, type Holdings, type Table, tablesAboutPeople } from '../../kernel/holdings/index.ts';
import { type CollectedEntry, describeCollected } from './describe-collected.ts';
import { clockOf, columnsToShow, rootsOf, waysOf } from './person-plan.ts';
import { countRows, findPerson, readSomeRows, type Who } from './person-store.ts';

const most_rows = 10;

/** What is held on one person of one kind in one table, with the newest of its rows. */
export interface HeldEntry extends CollectedEntry {
  readonly sources: readonly Facts['source'][];
  readonly rows: number;
  /** At most ten, the newest first; only values of this kind, by column. */
  readonly newest: readonly Readonly<Record<string, unknown>>[];
  /** What the values are, by column. */
  readonly names: Readonly<Record<string, string>>;
  /** What is there and is not shown, and why. */
  readonly withheld: readonly { readonly what: string; readonly because: string }[];
}

/** How much is held on one person of one kind. */
export interface HeldKind {
  readonly category: Facts['category'];
  readonly entries: readonly (CollectedEntry & { readonly rows: number })[];
}

/**
 * How much is held on a person, kind by kind, worked out from the data map: each row counts for every kind of value in it.
 * Kinds of which nothing is held are left out.
 *
 * @param map of the whole house
 */
export async function countHeld(r: Reading<'rights'>, map: Holdings, who: Who): Promise<HeldKind[]> {
  const ids = await findPerson(r, rootsOf(map), who);
  if (ids.length === 0) return [];
  const counts = await countRows(r, waysInto(map, tablesAboutPeople(map)), ids);
  return describeCollected(map).flatMap(({ category, entries }): HeldKind[] => {
    const held = entries
      .map((entry) => ({ ...entry, rows: counts.get(entry.table) ?? 0 }))
      .filter(({ rows }) => rows > 0);
    return held.length > 0 ? [{ category, entries: held }] : [];
  });
}

/** What is held on a person of one kind: each table with its newest rows. */
export async function readHeld(
  r: Reading<'rights'>,
  map: Holdings,
  who: Who,
  category: Facts['category'],
): Promise<HeldEntry[]> {
  const ids = await findPerson(r, rootsOf(map), who);
  const kind = describeCollected(map).find((each) => each.category === category);
  if (ids.length === 0 || !kind) return [];
  const tables = kind.entries.map(({ table }) => table);
  const counts = await countRows(r, waysInto(map, tables), ids);
  const held: HeldEntry[] = [];
  for (const entry of kind.entries) {
    const rows = counts.get(entry.table) ?? 0;
    if (rows > 0) held.push({ ...entry, rows, ...(await readEntry(r, map, entry.table, category, ids)) });
  }
  return held;
}

async function readEntry(
  r: Reading<'rights'>,
  map: Holdings,
  name: string,
  category: Facts['category'],
  ids: readonly string[],
): Promise<Pick<HeldEntry, 'sources' | 'newest' | 'names' | 'withheld'>> {
  const table = map[name]!;
  const isOfKind = (column: string) => factsOf(table, column).category === category;
  const all = Object.keys(table.columns).filter(isOfKind);
  const columns = columnsToShow(map, name).filter(({ column }) => isOfKind(column));
  const of = { table: name, columns, ways: waysOf(map, name) };
  const newest = columns.length > 0 ? await readSomeRows(r, of, ids, { clock: clockOf(table), limit: most_rows }) : [];
  return {
    sources: [...new Set(all.map((column) => factsOf(table, column).source))],
    newest,
    names: Object.fromEntries(columns.map(({ column }) => [column, nameOf(table, column)])),
    withheld: all.flatMap((column) => {
      const because = factsOf(table, column).withheld;
      return because ? [{ what: nameOf(table, column), because }] : [];
    }),
  };
}

/** What a field such as `person.email` holds, in words. */
export function nameField(map: Holdings, field: string): string {
  const [name = '', column = ''] = field.split('.');
  return map[name]?.columns[column] ? nameOf(map[name], column) : field.replaceAll(/[._]/g, ' ');
}

/** What a value is, in words. */
function nameOf(table: Table, column: string): string {
  return table.columns[column]!.facts.what ?? column.replaceAll('_', ' ');
}

function waysInto(map: Holdings, tables: readonly string[]) {
  return tables.map((table) => ({ table, ways: waysOf(map, table) }));
}
