import { sql } from 'kysely';
import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { newestDayOver } from './hold.ts';
import { holdings } from './holdings.ts';

type R = Reading<'rights'>;
type W = Writing<'rights'>;

/** A line of the register of holds. Whose data it keeps is sealed until they are told. */
export interface HoldRow {
  readonly id: string;
  readonly person_id: string | null;
  readonly sealed: Buffer | null;
  readonly tables: readonly string[];
  readonly ground: string;
  readonly ends_on: string;
  readonly silence: string | null;
  readonly silent_until: string | null;
  readonly asked_at: Date;
  readonly approved_at: Date | null;
  readonly lifted_at: Date | null;
  readonly told_at: Date | null;
}

/** What operators do with a hold. */
export type HoldStep = 'asked' | 'approved' | 'lifted';

const columns = [
  'id',
  'person_id',
  'sealed',
  'tables',
  'ground',
  'ends_on',
  'silence',
  'silent_until',
  'asked_at',
  'approved_at',
  'lifted_at',
  'told_at',
] as const;

export async function insertHold(
  w: W,
  hold: Pick<HoldRow, 'sealed' | 'tables' | 'ground' | 'ends_on' | 'silence' | 'silent_until'>,
): Promise<string> {
  const id = w.newId();
  const values = { ...hold, tables: [...hold.tables], id, asked_at: w.now() };
  await tables(w, holdings).insertInto('legal_hold').values(values).execute();
  return id;
}

/** Held until the transaction ends: two who approve at once come one after the other. */
export async function lockHold(w: W, id: string): Promise<HoldRow | null> {
  const query = tables(w, holdings).selectFrom('legal_hold').select(columns).where('id', '=', id).forUpdate();
  return ((await query.executeTakeFirst()) as HoldRow | undefined) ?? null;
}

export async function updateHold(
  w: W,
  id: string,
  change: Partial<Pick<HoldRow, 'person_id' | 'sealed' | 'approved_at' | 'lifted_at' | 'told_at'>>,
): Promise<void> {
  await tables(w, holdings).updateTable('legal_hold').set(change).where('id', '=', id).execute();
}

export async function selectHolds(r: R, limit: number, offset: number): Promise<HoldRow[]> {
  const rows = await tables(r, holdings)
    .selectFrom('legal_hold')
    .select(columns)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows as HoldRow[];
}

export async function countHolds(r: R): Promise<number> {
  const query = tables(r, holdings).selectFrom('legal_hold');
  const row = await query.select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Holds that keep something now. */
export async function selectHoldsNow(r: R): Promise<HoldRow[]> {
  const rows = await tables(r, holdings)
    .selectFrom('legal_hold')
    .select(columns)
    .where('approved_at', 'is not', null)
    .where('lifted_at', 'is', null)
    .where('ends_on', '>', newestDayOver(r.now()))
    .execute();
  return rows as HoldRow[];
}

/** Holds whose person is not known to the database, the oldest first. */
export async function selectSealed(r: R): Promise<HoldRow[]> {
  const query = tables(r, holdings).selectFrom('legal_hold').select(columns).where('sealed', 'is not', null);
  return (await query.where('person_id', 'is', null).orderBy('asked_at').execute()) as HoldRow[];
}

export async function insertHoldStep(w: W, holdId: string, operatorId: string, step: HoldStep): Promise<void> {
  const values = { id: w.newId(), hold_id: holdId, operator_id: operatorId, step, made_at: w.now() };
  await tables(w, holdings).insertInto('hold_step').values(values).execute();
}

/** Who asked for, approved and lifted these holds. */
export async function selectHoldSteps(
  r: R,
  holdIds: readonly string[],
): Promise<{ readonly hold_id: string; readonly operator_id: string | null; readonly step: HoldStep }[]> {
  if (holdIds.length === 0) return [];
  const query = tables(r, holdings).selectFrom('hold_step').select(['hold_id', 'operator_id', 'step']);
  const rows = await query.where('hold_id', 'in', holdIds).orderBy('made_at').orderBy('id').execute();
  return rows as { hold_id: string; operator_id: string | null; step: HoldStep }[];
}

/** How many rows each of these holds has set aside. */
export async function countHeldRows(r: R, holdIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (holdIds.length === 0) return new Map();
  const rows = await tables(r, holdings)
    .selectFrom('held_row')
    .select(['hold_id', ({ fn }) => fn.countAll<string>().as('count')])
    .where('hold_id', 'in', holdIds)
    .groupBy('hold_id')
    .execute();
  return new Map(rows.map((row) => [row.hold_id, Number(row.count)]));
}

/** Deletes the copies of holds that are over, and notes on these that bytes are to be overwritten. @returns how many rows */
export async function deleteFreed(w: W): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    with gone as (
      delete from held_row using legal_hold
      where legal_hold.id = held_row.hold_id
        and (legal_hold.lifted_at is not null or legal_hold.ends_on <= ${newestDayOver(w.now())})
      returning held_row.hold_id
    ), freed as (
      update legal_hold set freed_at = ${w.now()} where id in (select hold_id from gone) returning id
    )
    select count(*) as count from gone`.execute(w.connection.kysely);
  return Number(rows[0]!.count);
}

/** Holds whose copies went, and whose bytes may still lie in the database's files. */
export async function selectFreed(r: R): Promise<{ readonly id: string; readonly freed_at: Date }[]> {
  const query = tables(r, holdings).selectFrom('legal_hold').select(['id', 'freed_at']);
  const rows = await query.where('freed_at', 'is not', null).orderBy('freed_at').execute();
  return rows as { id: string; freed_at: Date }[];
}

export async function clearFreed(w: W, ids: readonly string[]): Promise<void> {
  await tables(w, holdings).updateTable('legal_hold').set({ freed_at: null }).where('id', 'in', ids).execute();
}
