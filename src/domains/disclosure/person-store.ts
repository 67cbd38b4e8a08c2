import { type RawBuilder, sql } from 'kysely';
import type { Reading, Writing } from '../../kernel/database/index.ts';
import { normaliseAddress } from '../../kernel/mail/index.ts';
import type { Root, ShownTo, TablePlan, Way } from './person-plan.ts';

/**
 * Statements made from the data map: the one store that writes to tables of other domains, for the purpose `rights`.
 */

/** By address: everything of whoever has it. By id: what leads to exactly this account or this sign-up. */
export type Who = { readonly email: string } | { readonly personId: string };

/** The ids under which somebody lies in the roots, locked until the transaction ends; empty when nobody is there. */
export async function lockPerson(w: Writing<'rights'>, roots: readonly Root[], who: Who): Promise<string[]> {
  return findIds(w, roots, who, sql`for update`);
}

export async function findPerson(r: Reading<'rights'>, roots: readonly Root[], who: Who): Promise<string[]> {
  return findIds(r, roots, who, sql``);
}

async function findIds(
  r: Reading<'rights'>,
  roots: readonly Root[],
  who: Who,
  lock: RawBuilder<unknown>,
): Promise<string[]> {
  const ids: string[] = [];
  for (const { table, id, email } of roots) {
    const which =
      'email' in who ? sql`${sql.ref(email)} = ${normaliseAddress(who.email)}` : sql`${sql.ref(id)} = ${who.personId}`;
    const { rows } = await sql<{
      id: string;
    }>`select ${sql.ref(id)} as id from ${sql.table(table)} where ${which} ${lock}`.execute(r.connection.kysely);
    ids.push(...rows.map((row) => row.id));
  }
  return [...new Set(ids)];
}

/** Deletes or empties what the plan says. @returns how many rows */
export async function carryOut(w: Writing<'rights'>, plan: TablePlan, ids: readonly string[]): Promise<number> {
  const where = condition(plan.ways, ids);
  if (plan.action === 'keep') return (await countRows(w, [plan], ids)).get(plan.table) ?? 0;
  const emptied = sql.join(plan.emptied.map((column) => sql`${sql.ref(column)} = null`));
  const statement =
    plan.action === 'delete'
      ? sql`delete from ${sql.table(plan.table)} where ${where}`
      : sql`update ${sql.table(plan.table)} set ${emptied} where ${where}`;
  const result = await statement.execute(w.connection.kysely);
  return Number(result.numAffectedRows ?? 0);
}

/** All that the transaction reads from now on is of one moment. Before anything else in it. */
export async function holdStill(w: Writing<'rights'>): Promise<void> {
  await sql`set transaction isolation level repeatable read`.execute(w.connection.kysely);
}

/** How many rows of each table are the person's, in one statement. */
export async function countRows(
  r: Reading<'rights'>,
  plans: readonly Pick<TablePlan, 'table' | 'ways'>[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = plans.map(
    ({ table, ways }) =>
      sql`select ${table}::text as name, (select count(*) from ${sql.table(table)} where ${condition(ways, ids)}) as rows`,
  );
  const { rows } = await sql<{ name: string; rows: string }>`${sql.join(counts, sql` union all `)}`.execute(
    r.connection.kysely,
  );
  return new Map(rows.map((row) => [row.name, Number(row.rows)]));
}

/** The address of an account or a sign-up; null when nobody has the id. */
export async function findAddress(r: Reading<'rights'>, roots: readonly Root[], id: string): Promise<string | null> {
  for (const root of roots) {
    const { rows } = await sql<{ email: string }>`
      select ${sql.ref(root.email)} as email from ${sql.table(root.table)} where ${sql.ref(root.id)} = ${id}
    `.execute(r.connection.kysely);
    if (rows[0]) return rows[0].email;
  }
  return null;
}

/** A person's rows of one table. */
export interface RowsOf {
  readonly table: string;
  readonly columns: readonly ShownTo[];
  readonly ways: readonly Way[];
}

/** A few of a person's rows, as JSON: the newest by `clock`, where the table has such a column. */
export async function readSomeRows(
  r: Reading<'rights'>,
  { table, columns, ways }: RowsOf,
  ids: readonly string[],
  { clock, limit }: { readonly clock: string | null; readonly limit: number },
): Promise<Readonly<Record<string, unknown>>[]> {
  const order = clock ? sql`order by ${sql.ref(clock)} desc nulls last` : sql``;
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select row_to_json("the row") as row from (
      select ${listOf(columns, ids)} from ${sql.table(table)} where ${condition(ways, ids)} ${order} limit ${limit}
    ) "the row"`.execute(r.connection.kysely);
  return rows.map(({ row }) => row);
}

const batch_rows = 500;
const cursor = sql.ref('person_rows');

/** A person's rows of a table, each as one line of JSON, in batches: a million need no more memory than five hundred. */
export async function* readRows(
  w: Writing<'rights'>,
  { table, columns, ways }: RowsOf,
  ids: readonly string[],
): AsyncGenerator<readonly string[]> {
  const { kysely } = w.connection;
  await sql`declare ${cursor} no scroll cursor for
    select row_to_json("the row")::text as line
    from (select ${listOf(columns, ids)} from ${sql.table(table)} where ${condition(ways, ids)}) "the row"
  `.execute(kysely);
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(batch_rows)} from ${cursor}`.execute(kysely);
    yield rows.map(({ line }) => line);
    if (rows.length < batch_rows) break;
  }
  await sql`close ${cursor}`.execute(kysely);
}

/** What of a row may be shown: of joint data only what is about this person. */
export function listOf(columns: readonly ShownTo[], ids: readonly string[]): RawBuilder<unknown> {
  return sql.join(
    columns.map(({ column, only }) =>
      only
        ? sql`case when ${condition([only], ids)} then ${sql.ref(column)} end as ${sql.ref(column)}`
        : sql.ref(column),
    ),
  );
}

/** Whether a row is led to one of these persons by one of the ways. */
export function condition(ways: readonly Way[], ids: readonly string[]): RawBuilder<unknown> {
  const each = ways.map((way) =>
    'person' in way
      ? sql`${sql.ref(way.column)} in (${sql.join(ids)})`
      : sql`${sql.ref(way.column)} in (
          select ${sql.ref(way.key)} from ${sql.table(way.to)} where ${condition(way.ways, ids)})`,
  );
  return sql`(${sql.join(each, sql` or `)})`;
}
