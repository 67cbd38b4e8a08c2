import type { Reading, Writing } from '../../kernel/database/index.ts';
import { type Holdings, tablesAboutPeople } from '../../kernel/holdings/index.ts';
import type { Pass } from '../gate/index.ts';
import { findPersonByEmail } from '../identity/index.ts';
import { columnsToShow, rootsOf, waysOf } from './person-plan.ts';
import { findAddress, findPerson, readRows } from './person-store.ts';

/** The fields about people that can be handed over, by table, as the data map names them; secrets are not among them. */
export function listFields(
  map: Holdings,
): { readonly table: string; readonly holds: string; readonly fields: string[] }[] {
  return tablesAboutPeople(map).map((table) => ({
    table,
    holds: map[table]!.holds,
    fields: columnsToShow(map, table).map(({ column }) => `${table}.${column}`),
  }));
}

/** The ids under which somebody lies here, with an account or without; empty when nobody has the address. */
export function findPersonIds(r: Reading<'rights'>, map: Holdings, email: string): Promise<string[]> {
  return findPerson(r, rootsOf(map), { email });
}

/** How somebody is reached, and whether they have an account; null when they are gone. */
export async function findReachable(
  r: Reading<'rights'>,
  map: Holdings,
  personId: string,
): Promise<{ readonly address: string; readonly hasAccount: boolean } | null> {
  const address = await findAddress(r, rootsOf(map), personId);
  return address ? { address, hasAccount: (await findPersonByEmail(r, address)) === personId } : null;
}

/** A row that is handed over, with the table that it is of. */
export interface DisclosedRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/**
 * What a disclosure hands over: of the persons and the fields that its pass names, and of no others. Read it within the
 * transaction.
 */
export async function* readDisclosed(
  w: Writing<'rights'>,
  map: Holdings,
  { fields, personIds }: Pass<'disclosed-file'>,
): AsyncGenerator<DisclosedRow> {
  if (personIds.length === 0) return;
  for (const table of tablesAboutPeople(map)) {
    const columns = columnsToShow(map, table).filter(({ column }) => fields.includes(`${table}.${column}`));
    if (columns.length === 0) continue;
    const of = { table, columns, ways: waysOf(map, table) };
    for await (const lines of readRows(w, of, personIds)) {
      for (const line of lines) yield { table, row: JSON.parse(line) };
    }
  }
}
