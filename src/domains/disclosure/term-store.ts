import { type RawBuilder, sql } from 'kysely';
import type { Reading, Writing } from '../../kernel/database/index.ts';
import { changeKeeping } from './held-store.ts';
import type { Keeping } from './holds-now.ts';
import type { Term } from './list-terms.ts';

/** Statements made from the terms of the data map, for the purpose `rights`. */

const batch_rows = 10_000;

/** Carries a term out for at most about 10,000 rows, the oldest first; what holds keep is set aside. @returns how many */
export async function endRows(
  w: Writing<'rights'>,
  term: Term,
  before: Date,
  keepings: readonly Keeping[],
): Promise<number> {
  const oldest = sql`${sql.ref(term.from)} <= (select max(moment) from (
    select ${sql.ref(term.from)} as moment from ${sql.table(term.table)} where ${isOver(term, before)}
    order by 1 limit ${sql.lit(batch_rows)}) oldest)`;
  const ending = sql`${change(term)} where ${isOver(term, before)} and ${oldest}`;
  if (keepings.length > 0) return changeKeeping(w, keepings, ending);
  const result = await ending.execute(w.connection.kysely);
  return Number(result.numAffectedRows ?? 0);
}

/** Ids of persons whose term is over, at most 1,000. */
export async function selectEndedPersons(
  r: Reading<'rights'>,
  term: Term,
  id: string,
  before: Date,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select ${sql.ref(id)} as id from ${sql.table(term.table)} where ${isOver(term, before)}
    order by ${sql.ref(term.from)} limit 1000`.execute(r.connection.kysely);
  return rows.map((row) => row.id);
}

function isOver(term: Term, before: Date): RawBuilder<unknown> {
  const over = sql`${sql.ref(term.from)} <= ${before}`;
  if (term.unless) return sql`${over} and ${sql.ref(term.unless)} is null`;
  if (term.goes === 'value') return sql`${over} and ${sql.ref(term.column!)} is not null`;
  if (term.goes === 'host') return sql`${over} and masklen(${sql.ref(term.column!)}) > ${networkBits(term.column!)}`;
  return over;
}

function change({ table, goes, column }: Term): RawBuilder<unknown> {
  if (goes === 'value') return sql`update ${sql.table(table)} set ${sql.ref(column!)} = null`;
  if (goes === 'host') {
    const network = sql`network(set_masklen(${sql.ref(column!)}, ${networkBits(column!)}))`;
    return sql`update ${sql.table(table)} set ${sql.ref(column!)} = ${network}`;
  }
  return sql`delete from ${sql.table(table)}`;
}

/** As many bits as lead to a town's worth of households, and to none of them. */
function networkBits(column: string): RawBuilder<unknown> {
  return sql`case family(${sql.ref(column)}) when 4 then 24 else 48 end`;
}
