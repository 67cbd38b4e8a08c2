import { type NamedStatement, type Reading, runNamed, tables, type Writing } from '../../kernel/database/index.ts';
import type { BlockId, CourseKey } from '../courses/index.ts';
import { holdings } from './holdings.ts';

const upsert: NamedStatement = {
  name: 'learning remember positions',
  text: `
    insert into course_position (person_id, course_key, block_id, reached_at)
    select p, c, b, $4 from unnest($1::uuid[], $2::text[], $3::text[]) as at (p, c, b)
    where exists (select from person where id = p)
    on conflict (person_id, course_key) do update set block_id = excluded.block_id, reached_at = excluded.reached_at`,
};

export interface Position {
  readonly personId: string;
  readonly courseKey: CourseKey;
  readonly unitId: BlockId;
}

/** Where people are now, at most one position for each person and course. */
export async function upsertPositions(w: Writing<'provide'>, positions: readonly Position[]): Promise<void> {
  const columns = [positions.map((p) => p.personId), positions.map((p) => p.courseKey), positions.map((p) => p.unitId)];
  await runNamed(w, upsert, [...columns, w.now()]);
}

export async function selectPosition(
  r: Reading<'provide'>,
  personId: string,
  courseKey: CourseKey,
): Promise<BlockId | null> {
  const row = await tables(r, holdings)
    .selectFrom('course_position')
    .select('block_id')
    .where('person_id', '=', personId)
    .where('course_key', '=', courseKey)
    .executeTakeFirst();
  return row?.block_id ?? null;
}

/** Where the person was last in each course. At most 200. */
export async function selectPositions(r: Reading<'provide'>, personId: string) {
  return tables(r, holdings)
    .selectFrom('course_position')
    .select(['course_key', 'block_id', 'reached_at'])
    .where('person_id', '=', personId)
    .orderBy('reached_at', 'desc')
    .limit(200)
    .execute();
}
