import { type NamedStatement, type Reading, runNamed, tables, type Writing } from '../../kernel/database/index.ts';
import type { BlockId, CourseKey } from '../courses/index.ts';
import type { StateKey } from './block-state-store.ts';
import { holdings } from './holdings.ts';

/** How many gave an answer, and whether the reader is one of them. */
export interface VoteCount {
  readonly block_id: BlockId;
  readonly question: string;
  readonly answer: string;
  readonly votes: number;
  readonly is_mine: boolean;
  /** How often the reader has answered; null where they did not give this answer. */
  readonly times: number | null;
}

/** Far above what a page shows; of words, those given most often stay. */
const most_counts = 5000;

const count: NamedStatement = {
  name: 'learning count votes',
  text: `
    select block_id, question, answer, count(*)::int as votes, bool_or(person_id = $3) as is_mine,
      max(times) filter (where person_id = $3) as times
    from vote where course_key = $1 and block_id = any ($2)
    group by block_id, question, answer
    order by bool_or(person_id = $3) desc, count(*) desc, answer
    limit ${most_counts}`,
};

export function countVotes(
  r: Reading<'provide'>,
  courseKey: CourseKey,
  blockIds: readonly BlockId[],
  personId: string,
): Promise<readonly VoteCount[]> {
  return runNamed<VoteCount>(r, count, [courseKey, blockIds, personId]);
}

const lock: NamedStatement = {
  name: 'learning lock votes',
  text: `select pg_advisory_xact_lock(hashtextextended($1, 0))`,
};

/** Votes of one person on one block take turns until the transaction ends. */
export async function lockVotes(w: Writing<'provide'>, { personId, courseKey, blockId }: StateKey): Promise<void> {
  await runNamed(w, lock, [`vote ${personId} ${courseKey} ${blockId}`]);
}

/** Puts a person's answers in the place of those that they gave before. */
export async function replaceVotes(
  w: Writing<'provide'>,
  { personId, courseKey, blockId }: StateKey,
  given: ReadonlyMap<string, readonly string[]>,
  times: number,
): Promise<void> {
  const own = { person_id: personId, course_key: courseKey, block_id: blockId };
  await tables(w, holdings)
    .deleteFrom('vote')
    .where('course_key', '=', courseKey)
    .where('block_id', '=', blockId)
    .where('person_id', '=', personId)
    .execute();
  const rows = [...given].flatMap(([question, answers]) =>
    answers.map((answer) => ({ ...own, question, answer, times, voted_at: w.now() })),
  );
  await tables(w, holdings).insertInto('vote').values(rows).execute();
}
