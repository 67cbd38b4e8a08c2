import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';

export interface ClipboardRow {
  readonly courseKey: string;
  readonly blockHash: string;
  readonly isCut: boolean;
}

export async function upsertClipboard(w: Writing<'provide'>, personId: string, row: ClipboardRow): Promise<void> {
  const values = { course_key: row.courseKey, block_hash: row.blockHash, is_cut: row.isCut, taken_at: w.now() };
  await tables(w, holdings)
    .insertInto('studio_clipboard')
    .values({ person_id: personId, ...values })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
    .execute();
}

export async function selectClipboard(r: Reading<'provide'>, personId: string): Promise<ClipboardRow | null> {
  const row = await tables(r, holdings)
    .selectFrom('studio_clipboard')
    .select(['course_key', 'block_hash', 'is_cut'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ? { courseKey: row.course_key, blockHash: row.block_hash, isCut: row.is_cut } : null;
}
