import { type RawBuilder, sql } from 'kysely';
import type { Reading } from '../../kernel/database/index.ts';
import type { Root, Way } from './person-plan.ts';

/** Statements made from the data map: whose rows of a table were there, or changed, in a window of time. */

/** Where somebody's data lay open, worked out from the map. */
export interface AffectedPlan {
  readonly table: string;
  readonly ways: readonly Way[];
  /** A row counts when one of these holds something. */
  readonly columns: readonly string[];
  /** All columns of the table that hold an instant. */
  readonly moments: readonly string[];
  readonly from: Date;
  readonly to: Date;
  readonly which: 'there' | 'changed';
}

export async function countPersons(r: Reading<'rights'>, plan: AffectedPlan): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(distinct person_id) as count from (${personsOf(plan)}) affected`.execute(r.connection.kysely);
  return Number(rows[0]?.count ?? 0);
}

/** Ids in their order, from behind `after`. */
export async function selectPersons(
  r: Reading<'rights'>,
  plan: AffectedPlan,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const behind = after ? sql`where person_id > ${after}` : sql``;
  const { rows } = await sql<{ person_id: string }>`
    select distinct person_id from (${personsOf(plan)}) affected ${behind} order by person_id limit ${limit}
  `.execute(r.connection.kysely);
  return rows.map((row) => row.person_id);
}

/** How persons are reached, in the order of their ids. */
export async function selectAddresses(
  r: Reading<'rights'>,
  roots: readonly Root[],
  ids: readonly string[],
): Promise<{ readonly personId: string; readonly address: string; readonly hasAccount: boolean }[]> {
  const each = roots.map(
    ({ table, id, email }) =>
      sql`select ${sql.ref(id)} as id, ${sql.ref(email)} as email, ${table === 'person'}::boolean as has_account
        from ${sql.table(table)} where ${sql.ref(id)} = any(${ids})`,
  );
  const { rows } = await sql<{ id: string; email: string; has_account: boolean }>`
    ${sql.join(each, sql` union all `)} order by id`.execute(r.connection.kysely);
  return rows.map((row) => ({ personId: row.id, address: row.email, hasAccount: row.has_account }));
}

function personsOf(plan: AffectedPlan): RawBuilder<unknown> {
  const rows = sql`(select * from ${sql.table(plan.table)} where ${inWindow(plan)}) held`;
  const each = plan.ways.map((way) =>
    'person' in way
      ? sql`select held.${sql.ref(way.column)} as person_id from ${rows} where held.${sql.ref(way.column)} is not null`
      : sql`select owner.person_id from ${rows} join (${ownersOf(way)}) owner on owner.key = held.${sql.ref(way.column)}`,
  );
  return sql.join(each, sql` union all `);
}

/** Pairs of a row's key and the person to whom the row leads. */
function ownersOf({ to, key, ways }: Extract<Way, { to: string }>): RawBuilder<unknown> {
  const each = ways.map((way) =>
    'person' in way
      ? sql`select ${sql.ref(key)} as key, ${sql.ref(way.column)} as person_id from ${sql.table(to)}
            where ${sql.ref(way.column)} is not null`
      : sql`select led.${sql.ref(key)} as key, owner.person_id from ${sql.table(to)} led
            join (${ownersOf(way)}) owner on owner.key = led.${sql.ref(way.column)}`,
  );
  return sql.join(each, sql` union all `);
}

/** A row whose first moment lies before the window's end was there in it; a table without moments may always have been. */
function inWindow({ columns, moments, from, to, which }: AffectedPlan): RawBuilder<unknown> {
  const holds = sql.join(
    columns.map((column) => sql`${sql.ref(column)} is not null`),
    sql` or `,
  );
  if (moments.length === 0) return sql`(${holds})`;
  const refs = moments.map((moment) => sql.ref(moment));
  if (which === 'there') return sql`(${holds}) and coalesce(least(${sql.join(refs)}), ${to}) <= ${to}`;
  const changed = sql.join(
    refs.map((moment) => sql`${moment} between ${from} and ${to}`),
    sql` or `,
  );
  return sql`(${holds}) and (${changed})`;
}
