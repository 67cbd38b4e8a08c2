import { type NamedStatement, type Reading, runNamed, tables, type Writing } from '../../kernel/database/index.ts';
import type { Erasure } from './erasure-list.ts';
import { holdings } from './holdings.ts';

const ping: NamedStatement = { name: 'ops ping', text: 'select 1' };

export async function askDatabase(r: Reading<'provide'>): Promise<void> {
  await runNamed(r, ping, []);
}

const lock: NamedStatement = {
  name: 'ops lock work',
  text: `select pg_try_advisory_xact_lock(hashtext('mooc timed work'), hashtext($1)) as locked`,
};

/** True when no other process is at this work. Held until the transaction ends. */
export async function lockWork(w: Writing<'provide'>, name: string): Promise<boolean> {
  const [row] = await runNamed<{ locked: boolean }>(w, lock, [name]);
  return row!.locked;
}

export async function findDoneAt(r: Reading<'provide'>, name: string): Promise<Date | null> {
  const row = await tables(r, holdings)
    .selectFrom('timed_work')
    .select('done_at')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.done_at ?? null;
}

export async function recordDone(w: Writing<'provide'>, name: string, done_at: Date): Promise<void> {
  await tables(w, holdings)
    .insertInto('timed_work')
    .values({ name, done_at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ done_at }))
    .execute();
}

export async function selectPending(r: Reading<'rights'>, limit: number): Promise<Erasure[]> {
  const rows = await tables(r, holdings)
    .selectFrom('pending_erasure')
    .select(['person_id', 'erased_at'])
    .orderBy('erased_at')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ personId: row.person_id, erasedAt: row.erased_at }));
}

export async function deletePending(w: Writing<'rights'>, personId: string): Promise<void> {
  await tables(w, holdings).deleteFrom('pending_erasure').where('person_id', '=', personId).execute();
}
