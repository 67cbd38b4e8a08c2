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
  await tables(w, holdings)
    .insertInto('submission')
    .values({
      id: w.newId(),
      person_id: key.personId,
      course_key: key.courseKey,
      block_id: key.blockId,
      attempt,
      submitted: checked(submitted),
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

/** Adds what a grader said later. @returns the points that the attempt can earn, or null where there is none such */
export async function updateSubmission(
  w: Writing<'provide'>,
  key: StateKey,
  attempt: number,
  later: { readonly earned: number; readonly correctness: Submitted['correctness'] },
): Promise<number | null> {
  const row = await tables(w, holdings)
    .selectFrom('submission')
    .select(['id', 'submitted', 'earned', 'possible'])
    .where('person_id', '=', key.personId)
    .where('course_key', '=', key.courseKey)
    .where('block_id', '=', key.blockId)
    .where('attempt', '=', attempt)
    .executeTakeFirst();
  if (!row) return null;
  const correctness = { ...row.submitted.correctness, ...later.correctness };
  await tables(w, holdings)
    .updateTable('submission')
    .set({ earned: (row.earned ?? 0) + later.earned, submitted: checked({ ...row.submitted, correctness }) })
    .where('id', '=', row.id)
    .execute();
  return row.possible ?? 0;
}

function checked(submitted: Submitted): Submitted {
  return checkJson('submission.submitted', holdings.submission.columns.submitted, submitted) as unknown as Submitted;
}
