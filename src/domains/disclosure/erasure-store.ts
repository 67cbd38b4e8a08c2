import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';

/** That a person was erased, and when. */
export interface ErasureNote {
  readonly personId: string;
  readonly erasedAt: Date;
}

/** Notes erasures in the transaction that erases. One of somebody who was erased before keeps its first moment. */
export async function insertErasures(w: Writing<'rights'>, notes: readonly ErasureNote[]): Promise<void> {
  const rows = notes.map(({ personId, erasedAt }) => ({ person_id: personId, erased_at: erasedAt, is_listed: false }));
  await tables(w, holdings)
    .insertInto('erasure')
    .values(rows)
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ is_listed: false }))
    .execute();
}

/** The oldest that the list beside the database may not have yet. */
export async function selectUnlisted(r: Reading<'rights'>, limit: number): Promise<ErasureNote[]> {
  const rows = await tables(r, holdings)
    .selectFrom('erasure')
    .select(['person_id', 'erased_at'])
    .where('is_listed', '=', false)
    .orderBy('erased_at')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ personId: row.person_id, erasedAt: row.erased_at }));
}

export async function markListed(w: Writing<'rights'>, notes: readonly ErasureNote[]): Promise<void> {
  await tables(w, holdings)
    .updateTable('erasure')
    .set({ is_listed: true })
    .where(
      'person_id',
      'in',
      notes.map(({ personId }) => personId),
    )
    .execute();
}

/** Erasures whose bytes may still lie in the database's files, the oldest first. */
export async function selectErasures(r: Reading<'rights'>, limit: number): Promise<ErasureNote[]> {
  const rows = await tables(r, holdings)
    .selectFrom('erasure')
    .select(['person_id', 'erased_at'])
    .orderBy('erased_at')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ personId: row.person_id, erasedAt: row.erased_at }));
}

/** Those that the list does not have yet stay. */
export async function deleteListed(w: Writing<'rights'>, personIds: readonly string[]): Promise<void> {
  await tables(w, holdings)
    .deleteFrom('erasure')
    .where('is_listed', '=', true)
    .where('person_id', 'in', personIds)
    .execute();
}
