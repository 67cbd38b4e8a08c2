import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';

/** An erasure that was asked for and waits. */
export interface ErasureRequest {
  readonly personId: string;
  readonly asked_at: Date;
  readonly due_at: Date;
  /** Whether the data were at rest before. */
  readonly wasRestricted: boolean;
}

const columns = ['person_id as personId', 'asked_at', 'due_at', 'was_restricted as wasRestricted'] as const;

/** @returns false when one waits already */
export async function insertErasureRequest(
  w: Writing<'rights'>,
  { personId, asked_at, due_at, wasRestricted }: ErasureRequest,
  tokenHash: Buffer,
): Promise<boolean> {
  const result = await tables(w, holdings)
    .insertInto('erasure_request')
    .values({ person_id: personId, token_hash: tokenHash, asked_at, due_at, was_restricted: wasRestricted })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function selectErasureOf(r: Reading<'rights'>, personId: string): Promise<ErasureRequest | null> {
  const query = tables(r, holdings).selectFrom('erasure_request').select(columns).where('person_id', '=', personId);
  return (await query.executeTakeFirst()) ?? null;
}

export async function selectErasureRequest(r: Reading<'rights'>, tokenHash: Buffer): Promise<ErasureRequest | null> {
  const query = tables(r, holdings).selectFrom('erasure_request').select(columns).where('token_hash', '=', tokenHash);
  return (await query.executeTakeFirst()) ?? null;
}

export async function deleteErasureRequest(w: Writing<'rights'>, personId: string): Promise<ErasureRequest | null> {
  const query = tables(w, holdings).deleteFrom('erasure_request').where('person_id', '=', personId);
  return (await query.returning(columns).executeTakeFirst()) ?? null;
}

export async function selectDueErasures(r: Reading<'rights'>, limit: number): Promise<string[]> {
  const rows = await tables(r, holdings)
    .selectFrom('erasure_request')
    .select('person_id')
    .where('due_at', '<=', r.now())
    .orderBy('due_at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.person_id);
}
