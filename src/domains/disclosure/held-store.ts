import { type RawBuilder, sql } from 'kysely';
import type { Writing } from '../../kernel/database/index.ts';
import type { Keeping } from './holds-now.ts';
import { condition, listOf } from './person-store.ts';

/** Copies of rows that a hold keeps, made from the data map before the rows go. */

/** Sets a person's rows of a table aside, as an export would show them. */
export async function copyAside(w: Writing<'rights'>, keeping: Keeping): Promise<void> {
  await insertFrom(w, keeping, sql.table(keeping.of.table)).execute(w.connection.kysely);
}

/**
 * Carries out a change of rows and sets those of them aside that holds keep, as they were before: one statement, so that
 * no row goes without its copy.
 *
 * @param change without its `returning`
 * @returns how many rows were changed, held or not
 */
export async function changeKeeping(
  w: Writing<'rights'>,
  keepings: readonly Keeping[],
  change: RawBuilder<unknown>,
): Promise<number> {
  const copies = keepings.map(
    (keeping, index) => sql`, ${sql.ref(`kept_${index}`)} as (${insertFrom(w, keeping, sql.ref('gone'))})`,
  );
  const { rows } = await sql<{ count: string }>`
    with gone as (${change} returning old.*) ${sql.join(copies, sql` `)}
    select count(*) as count from gone`.execute(w.connection.kysely);
  return Number(rows[0]!.count);
}

function insertFrom(w: Writing<'rights'>, { hold, personId, of }: Keeping, source: RawBuilder<unknown>) {
  return sql`insert into held_row (id, hold_id, table_name, row, held_at)
    select gen_random_uuid(), ${hold.id}::uuid, ${of.table}, to_jsonb("the row"), ${w.now()}::timestamptz
    from (select ${listOf(of.columns, [personId])} from ${source} where ${condition(of.ways, [personId])}) "the row"`;
}
