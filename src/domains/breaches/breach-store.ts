import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import type { Risk } from './breach.ts';
import { holdings } from './holdings.ts';

type R = Reading<'rights'>;
type W = Writing<'rights'>;

/** A breach as the register has it. */
export interface BreachRow {
  readonly id: string;
  readonly title: string;
  readonly what: string;
  readonly measures: string;
  readonly risk: Risk;
  readonly known_at: Date;
  readonly noted_at: Date;
  readonly authority_told_at: Date | null;
  /** What the authority was told under which mark, or why it was not. */
  readonly authority_note: string | null;
  readonly closed_at: Date | null;
}

/** How far a breach reached. */
export interface Extent {
  readonly id: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly from: Date;
  readonly to: Date;
  readonly which: 'there' | 'changed';
}

const columns = Object.keys(holdings.breach.columns) as (keyof typeof holdings.breach.columns)[];

export async function insertBreach(
  w: W,
  breach: Pick<BreachRow, 'title' | 'what' | 'measures' | 'risk' | 'known_at'>,
): Promise<string> {
  const id = w.newId();
  await tables(w, holdings)
    .insertInto('breach')
    .values({ ...breach, id, noted_at: w.now() })
    .execute();
  return id;
}

export async function updateBreach(
  w: W,
  id: string,
  change: Partial<Omit<BreachRow, 'id' | 'noted_at'>>,
): Promise<boolean> {
  const result = await tables(w, holdings).updateTable('breach').set(change).where('id', '=', id).executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** What is open comes first, then the latest. */
export async function selectBreaches(r: R, limit: number): Promise<BreachRow[]> {
  const rows = await tables(r, holdings)
    .selectFrom('breach')
    .select(columns)
    .orderBy('closed_at', (order) => order.desc().nullsFirst())
    .orderBy('known_at', 'desc')
    .limit(limit)
    .execute();
  return rows as BreachRow[];
}

export async function selectBreach(r: R, id: string): Promise<BreachRow | null> {
  const row = await tables(r, holdings).selectFrom('breach').select(columns).where('id', '=', id).executeTakeFirst();
  return (row as BreachRow | undefined) ?? null;
}

export async function insertExtent(w: W, breachId: string, extent: Omit<Extent, 'id'>): Promise<void> {
  const { table: table_name, columns: names, from: from_at, to: to_at, which } = extent;
  await tables(w, holdings)
    .insertInto('breach_extent')
    .values({ id: w.newId(), breach_id: breachId, table_name, column_names: [...names], from_at, to_at, which })
    .execute();
}

export async function deleteExtent(w: W, breachId: string, id: string): Promise<void> {
  await tables(w, holdings)
    .deleteFrom('breach_extent')
    .where('breach_id', '=', breachId)
    .where('id', '=', id)
    .execute();
}

export async function selectExtents(r: R, breachId: string, limit: number): Promise<Extent[]> {
  const rows = await tables(r, holdings)
    .selectFrom('breach_extent')
    .select(['id', 'table_name as table', 'column_names as columns', 'from_at as from', 'to_at as to', 'which'])
    .where('breach_id', '=', breachId)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, which: row.which as Extent['which'] }));
}

/** Notes who is told. @returns those of them who were not told before */
export async function insertNotices(w: W, breachId: string, personIds: readonly string[]): Promise<string[]> {
  if (personIds.length === 0) return [];
  const told = await tables(w, holdings)
    .insertInto('breach_notice')
    .values(personIds.map((person_id) => ({ breach_id: breachId, person_id, told_at: w.now() })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .execute();
  return told.map(({ person_id }) => person_id);
}

export async function countNotices(r: R, breachId: string): Promise<number> {
  const row = await tables(r, holdings)
    .selectFrom('breach_notice')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('breach_id', '=', breachId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
