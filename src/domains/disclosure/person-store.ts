import { type RawBuilder, sql } from 'kysely';
import type { Writing } from '../../kernel/database/index.ts';
import { normaliseAddress } from '../../kernel/mail/index.ts';
import { root, type TablePlan, type Way } from './person-plan.ts';

/**
 * Statements made from the data map: the one store that writes to tables of other domains, for the purpose `rights`.
 */

export interface Found {
  readonly id: string;
  readonly email: string;
}

export type Who = { readonly email: string } | { readonly personId: string };

/** The person with this id or address, locked until the transaction ends. */
export async function lockPerson(w: Writing<'rights'>, who: Who): Promise<Found | null> {
  const { rows } = await sql<Found>`${personWith(who)} for update`.execute(w.connection.kysely);
  return rows[0] ?? null;
}

export async function findPerson(w: Writing<'rights'>, who: Who): Promise<Found | null> {
  const { rows } = await personWith(who).execute(w.connection.kysely);
  return rows[0] ?? null;
}

function personWith(who: Who): RawBuilder<Found> {
  const which = 'email' in who ? sql`email = ${normaliseAddress(who.email)}` : sql`id = ${who.personId}`;
  return sql<Found>`select id, email from ${sql.table(root)} where ${which}`;
}

/** Deletes or empties what the plan says. @returns how many rows */
export async function carryOut(w: Writing<'rights'>, plan: TablePlan, personId: string): Promise<number> {
  const where = condition(plan.ways, personId);
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
  personId: string,
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  const { kysely } = w.connection;
  const list = sql.join(columns.map((column) => sql.ref(column)));
  await sql`declare ${cursor} no scroll cursor for
    select row_to_json("the row") as row from (select ${list} from ${sql.table(table)} where ${condition(ways, personId)}) "the row"
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

function condition(ways: readonly Way[], personId: string): RawBuilder<unknown> {
  const each = ways.map((way) =>
    'person' in way
      ? sql`${sql.ref(way.column)} = ${personId}`
      : sql`${sql.ref(way.column)} in (
          select ${sql.ref(way.key)} from ${sql.table(way.to)} where ${condition(way.ways, personId)})`,
  );
  return sql`(${sql.join(each, sql` or `)})`;
}
