import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import type { BlockId, CourseKey } from '../courses/index.ts';
import { holdings } from './holdings.ts';

export interface Bookmark {
  readonly unitId: BlockId;
  readonly made_at: Date;
}

export async function insertBookmark(
  w: Writing<'provide'>,
  personId: string,
  courseKey: CourseKey,
  unitId: BlockId,
): Promise<void> {
  await tables(w, holdings)
    .insertInto('bookmark')
    .values({ person_id: personId, course_key: courseKey, block_id: unitId, made_at: w.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteBookmark(
  w: Writing<'provide'>,
  personId: string,
  courseKey: CourseKey,
  unitId: BlockId,
): Promise<void> {
  await tables(w, holdings)
    .deleteFrom('bookmark')
    .where('person_id', '=', personId)
    .where('course_key', '=', courseKey)
    .where('block_id', '=', unitId)
    .execute();
}

export async function countBookmarks(r: Reading<'provide'>, personId: string, courseKey: CourseKey): Promise<number> {
  const row = await tables(r, holdings)
    .selectFrom('bookmark')
    .select((q) => q.fn.countAll<string>().as('count'))
    .where('person_id', '=', personId)
    .where('course_key', '=', courseKey)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function selectBookmarks(
  r: Reading<'provide'>,
  personId: string,
  courseKey: CourseKey,
  limit: number,
): Promise<Bookmark[]> {
  const rows = await tables(r, holdings)
    .selectFrom('bookmark')
    .select(['block_id', 'made_at'])
    .where('person_id', '=', personId)
    .where('course_key', '=', courseKey)
    .orderBy('made_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ block_id, made_at }) => ({ unitId: block_id, made_at }));
}
