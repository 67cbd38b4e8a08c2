import { type NamedStatement, type Reading, runNamed, tables, type Writing } from '../../kernel/database/index.ts';
import type { BlockId, CourseKey } from '../courses/index.ts';
import { holdings } from './holdings.ts';

const insert: NamedStatement = {
  name: 'learning complete',
  text: `
    insert into completion (person_id, course_key, block_id, completed_at)
    select p, c, b, $4 from unnest($1::uuid[], $2::text[], $3::text[]) as done (p, c, b)
    where exists (select from person where id = p)
    on conflict do nothing`,
};

export interface Done {
  readonly personId: string;
  readonly courseKey: CourseKey;
  readonly blockId: BlockId;
}

/** Marks blocks as done; those that are already stay as they were. People who are gone by now are left out. */
export async function insertCompletions(w: Writing<'provide'>, done: readonly Done[]): Promise<void> {
  const columns = [done.map((d) => d.personId), done.map((d) => d.courseKey), done.map((d) => d.blockId)];
  await runNamed(w, insert, [...columns, w.now()]);
}

/** Takes marks away again. */
export async function deleteCompletions(
  w: Writing<'provide'>,
  personId: string,
  courseKey: CourseKey,
  blockIds: readonly BlockId[],
): Promise<void> {
  await tables(w, holdings)
    .deleteFrom('completion')
    .where('person_id', '=', personId)
    .where('course_key', '=', courseKey)
    .where('block_id', 'in', blockIds)
    .execute();
}

/** All blocks of the course that the person is done with. */
export async function selectCompleted(
  r: Reading<'provide'>,
  personId: string,
  courseKey: CourseKey,
): Promise<BlockId[]> {
  const rows = await tables(r, holdings)
    .selectFrom('completion')
    .select('block_id')
    .where('person_id', '=', personId)
    .where('course_key', '=', courseKey)
    .limit(20_000)
    .execute();
  return rows.map(({ block_id }) => block_id);
}
