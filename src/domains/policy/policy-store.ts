import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';

export async function insertAcknowledgement(
  w: Writing<'provide' | 'secure'>,
  row: {
    readonly person_id: string;
    readonly document: string;
    readonly version: string;
    readonly text_hash: string;
    readonly stored_in: string;
    readonly occasion: string;
    readonly made_at: Date;
  },
): Promise<boolean> {
  const result = await tables(w, holdings)
    .insertInto('acknowledgement')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_id', 'document', 'version']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function selectAcknowledged(
  r: Reading<'provide'>,
  personId: string,
  document: string,
  version: string,
): Promise<Date | null> {
  const row = await tables(r, holdings)
    .selectFrom('acknowledgement')
    .select('made_at')
    .where('person_id', '=', personId)
    .where('document', '=', document)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.made_at ?? null;
}

export async function insertConsent(
  w: Writing<'provide'>,
  row: {
    readonly id: string;
    readonly person_id: string;
    readonly use: string;
    readonly version: string;
    readonly shown: string;
    readonly control: string;
    readonly given_at: Date;
  },
): Promise<void> {
  await tables(w, holdings)
    .insertInto('consent')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_id', 'use']).where('withdrawn_at', 'is', null).doNothing())
    .execute();
}

export async function updateWithdrawn(w: Writing<'provide'>, personId: string, use: string): Promise<void> {
  await tables(w, holdings)
    .updateTable('consent')
    .set({ withdrawn_at: w.now() })
    .where('person_id', '=', personId)
    .where('use', '=', use)
    .where('withdrawn_at', 'is', null)
    .execute();
}

export async function selectConsents(r: Reading<'provide'>, personId: string): Promise<string[]> {
  const rows = await tables(r, holdings)
    .selectFrom('consent')
    .select('use')
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .execute();
  return rows.map((row) => row.use);
}
