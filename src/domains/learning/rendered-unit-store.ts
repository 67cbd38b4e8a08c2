import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import type { CourseKey } from '../courses/index.ts';
import { holdings } from './holdings.ts';

export interface RenderedRow {
  readonly key: string;
  readonly courseKey: CourseKey;
  readonly versionId: string;
  readonly rendered: Buffer;
}

export async function selectRendered(r: Reading<'provide'>, key: string): Promise<Buffer | null> {
  const row = await tables(r, holdings)
    .selectFrom('rendered_unit')
    .select('rendered')
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.rendered ?? null;
}

export async function insertRendered(w: Writing<'provide'>, row: RenderedRow): Promise<void> {
  const { key, courseKey, versionId, rendered } = row;
  await tables(w, holdings)
    .insertInto('rendered_unit')
    .values({ key, course_key: courseKey, version_id: versionId, rendered, rendered_at: w.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Deletes what was rendered of other versions of the course. */
export async function deleteOthers(w: Writing<'provide'>, courseKey: CourseKey, versionId: string): Promise<void> {
  await tables(w, holdings)
    .deleteFrom('rendered_unit')
    .where('course_key', '=', courseKey)
    .where('version_id', '<>', versionId)
    .execute();
}
