import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import type { BlockId, CourseKey } from '../courses/index.ts';
import { holdings } from './holdings.ts';
import type { SourceKind } from './set-content.ts';

/** What is written in an editor and not saved. */
export interface Autosave {
  readonly edition: string;
  readonly kind: SourceKind;
  readonly text: string;
  readonly writtenAt: Date;
}

export async function upsertAutosave(
  w: Writing<'provide'>,
  at: { readonly personId: string; readonly courseKey: CourseKey; readonly blockId: BlockId },
  { edition, kind, text }: Omit<Autosave, 'writtenAt'>,
): Promise<void> {
  const values = { edition, kind, written: text, written_at: w.now() };
  await tables(w, holdings)
    .insertInto('studio_autosave')
    .values({ person_id: at.personId, course_key: at.courseKey, block_id: at.blockId, ...values })
    .onConflict((conflict) => conflict.columns(['person_id', 'course_key', 'block_id']).doUpdateSet(values))
    .execute();
}

export async function selectAutosave(
  r: Reading<'provide'>,
  at: { readonly personId: string; readonly courseKey: CourseKey; readonly blockId: BlockId },
): Promise<Autosave | null> {
  const row = await tables(r, holdings)
    .selectFrom('studio_autosave')
    .select(['edition', 'kind', 'written', 'written_at'])
    .where('person_id', '=', at.personId)
    .where('course_key', '=', at.courseKey)
    .where('block_id', '=', at.blockId)
    .executeTakeFirst();
  if (!row) return null;
  return { edition: row.edition, kind: row.kind as SourceKind, text: row.written, writtenAt: row.written_at };
}

export async function deleteAutosave(
  w: Writing<'provide'>,
  at: { readonly personId: string; readonly courseKey: CourseKey; readonly blockId: BlockId },
): Promise<void> {
  await tables(w, holdings)
    .deleteFrom('studio_autosave')
    .where('person_id', '=', at.personId)
    .where('course_key', '=', at.courseKey)
    .where('block_id', '=', at.blockId)
    .execute();
}

export async function selectWriters(
  r: Reading<'provide'>,
  courseKey: CourseKey,
  since: Date,
  limit: number,
): Promise<{ readonly personId: string; readonly blockId: BlockId; readonly writtenAt: Date }[]> {
  const rows = await tables(r, holdings)
    .selectFrom('studio_autosave')
    .select(['person_id', 'block_id', 'written_at'])
    .where('course_key', '=', courseKey)
    .where('written_at', '>', since)
    .orderBy('written_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ person_id, block_id, written_at }) => ({
    personId: person_id,
    blockId: block_id,
    writtenAt: written_at,
  }));
}
