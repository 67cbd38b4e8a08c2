import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { checkJson } from '../../kernel/holdings/index.ts';
import type { StateKey } from './block-state-store.ts';
import { holdings } from './holdings.ts';
import type { Submitted } from './submission.ts';

/** One graded submission. Points are raw: the weight of the problem may change. */
export interface NewSubmission {
  readonly attempt: number;
  readonly submitted: Submitted;
  readonly earned: number;
  readonly possible: number;
}

export async function insertSubmission(w: Writing<'provide'>, key: StateKey, submission: NewSubmission): Promise<void> {
  const { attempt, submitted, earned, possible } = submission;
  const column = holdings.submission.columns.submitted;
  await tables(w, holdings)
    .insertInto('submission')
    .values({
      id: w.newId(),
      person_id: key.personId,
      course_key: key.courseKey,
      block_id: key.blockId,
      attempt,
      submitted: checkJson('submission.submitted', column, submitted) as unknown as Submitted,
      earned,
      possible,
      submitted_at: w.now(),
    })
    .execute();
}

/** Raw scores of the attempts so far, in order: what the grading method counts from. At most 1,000. */
export async function selectScores(r: Reading<'provide'>, key: StateKey): Promise<number[]> {
  const rows = await tables(r, holdings)
    .selectFrom('submission')
    .select('earned')
    .where('person_id', '=', key.personId)
    .where('course_key', '=', key.courseKey)
    .where('block_id', '=', key.blockId)
    .orderBy('attempt')
    .limit(1_000)
    .execute();
  return rows.map(({ earned }) => earned ?? 0);
}
