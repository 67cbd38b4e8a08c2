import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';
import type { Mailing, MailingState } from './mailing.ts';

const columns = ['id', 'subject', 'body', 'audience', 'state', 'due_at', 'made_at', 'begun_at', 'finished_at'] as const;
type Row = Omit<Mailing, 'state'> & { readonly state: string };
const fromRow = (row: Row): Mailing => ({ ...row, state: row.state as MailingState });

export async function insertMailing(
  w: Writing<'contact'>,
  mailing: Pick<Mailing, 'id' | 'subject' | 'body' | 'audience'>,
): Promise<void> {
  await tables(w, holdings)
    .insertInto('mailing')
    .values({ ...mailing, state: 'draft', made_at: w.now() })
    .execute();
}

export async function selectMailing(r: Reading<'contact'>, id: string): Promise<Mailing | null> {
  const row = await tables(r, holdings).selectFrom('mailing').select(columns).where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function selectMailings(r: Reading<'contact'>, limit: number): Promise<Mailing[]> {
  const rows = await tables(r, holdings)
    .selectFrom('mailing')
    .select(columns)
    .orderBy('made_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

/** Changes a mailing that is in one of the states. @returns false when it is not */
export async function updateMailing(
  w: Writing<'contact'>,
  id: string,
  from: readonly MailingState[],
  change: Partial<Pick<Mailing, 'subject' | 'body' | 'audience' | 'state' | 'due_at' | 'begun_at' | 'finished_at'>>,
): Promise<boolean> {
  const result = await tables(w, holdings)
    .updateTable('mailing')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deleteDraft(w: Writing<'contact'>, id: string): Promise<void> {
  await tables(w, holdings).deleteFrom('mailing').where('id', '=', id).where('state', '=', 'draft').execute();
}

/** Scheduled ones whose time has come, locked for this process. */
export async function lockDueMailings(w: Writing<'contact'>, limit: number): Promise<Mailing[]> {
  const rows = await tables(w, holdings)
    .selectFrom('mailing')
    .select(columns)
    .where('state', '=', 'scheduled')
    .where('due_at', '<=', w.now())
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(fromRow);
}
