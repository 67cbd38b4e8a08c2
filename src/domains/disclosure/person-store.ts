import { type RawBuilder, sql } from 'kysely';
import type { Writing } from '../../kernel/database/index.ts';
import { normaliseAddress } from '../../kernel/mail/index.ts';
import type { Root, TablePlan, Way } from './person-plan.ts';

/**
 * Statements made from the data map: the one store that writes to tables of other domains, for the purpose `rights`.
 */

/** By address: everything of whoever has it. By id: what leads to exactly this account or this sign-up. */
export type Who = { readonly email: string } | { readonly personId: string };

/** The ids under which somebody lies in the roots, locked until the transaction ends; empty when nobody is there. */
export async function lockPerson(w: Writing<'rights'>, roots: readonly Root[], who: Who): Promise<string[]> {
  return findIds(w, roots, who, sql`for update`);
}

export async function findPerson(w: Writing<'rights'>, roots: readonly Root[], who: Who): Promise<string[]> {
  return findIds(w, roots, who, sql``);
}

async function findIds(
  w: Writing<'rights'>,
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
    }>`select ${sql.ref(id)} as id from ${sql.table(table)} where ${which} ${lock}`.execute(w.connection.kysely);
    ids.push(...rows.map((row) => row.id));
  }
  return [...new Set(ids)];
}

/** Deletes or empties what the plan says. @returns how many rows */
export async function carryOut(w: Writing<'rights'>, plan: TablePlan, ids: readonly string[]): Promise<number> {
  const where = condition(plan.ways, ids);
  if (plan.action === 'keep') {
    const { rows } = await sql<{ rows: string }>`
      select count(*) as rows from ${sql.table(plan.table)} where ${where}`.execute(w.connection.kysely);
    return Number(rows[0]?.rows ?? 0);
  }
  const emptied = sql.join(plan.emptied.map((column) => sql`${sql.ref(column)} = null`));
  const statement =
    plan.action === 'delete'
      ? sql`delete from ${sql.table(plan.table)} where ${where}`
      : sql`update ${sql.table(plan.table)} set ${emptied} where ${where}`;
  const result = await statement.execute(w.connection.kysely);
  return Number(result.numAffectedRows ?? 0);
}

const batch_rows = 500;
const cursor = sql.ref('person_rows');

/** A person's rows of a table, as JSON, read in batches: a million of them need no more memory than five hundred. */
export async function* readRows(
  w: Writing<'rights'>,
  table: string,
  columns: readonly string[],
  ways: readonly Way[],
  ids: readonly string[],
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const { kysely } = w.connection;
  const list = sql.join(columns.map((column) => sql.ref(column)));
  await sql`declare ${cursor} no scroll cursor for
    select row_to_json("the row") as row from (select ${list} from ${sql.table(table)} where ${condition(ways, ids)}) "the row"
  `.execute(kysely);
  for (;;) {
    const { rows } = await sql<{ row: Record<string, unknown> }>`fetch ${sql.lit(batch_rows)} from ${cursor}`.execute(
      kysely,
    );
    for (const { row } of rows) yield row;
    if (rows.length < batch_rows) break;
  }
  await sql`close ${cursor}`.execute(kysely);
}

function condition(ways: readonly Way[], ids: readonly string[]): RawBuilder<unknown> {
  const each = ways.map((way) =>
    'person' in way
      ? sql`${sql.ref(way.column)} in (${sql.join(ids)})`
      : sql`${sql.ref(way.column)} in (
          select ${sql.ref(way.key)} from ${sql.table(way.to)} where ${condition(way.ways, ids)})`,
  );
  return sql`(${sql.join(each, sql` or `)})`;
}
