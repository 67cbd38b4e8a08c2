import { sql } from 'kysely';
import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { checkJson } from '../../kernel/holdings/index.ts';
import type { StateKey } from './block-state-store.ts';
import type { Asked, GraderTask } from './grading-request.ts';
import { holdings } from './holdings.ts';

const askedColumn = holdings.grading_request.columns.asked;

export async function insertGradingRequest(
  w: Writing<'provide'>,
  key: StateKey,
  request: { readonly attempt: number; readonly queue: string; readonly asked: Asked },
): Promise<void> {
  const { attempt, queue, asked } = request;
  await tables(w, holdings)
    .insertInto('grading_request')
    .values({
      id: w.newId(),
      person_id: key.personId,
      course_key: key.courseKey,
      block_id: key.blockId,
      attempt,
      queue,
      asked: checkJson('grading_request.asked', askedColumn, asked) as unknown as Asked,
      asked_at: w.now(),
      taken_at: null,
    })
    .execute();
}

/** Nobody is to judge an answer whose person put their data to rest: it waits. */
const isInUse = sql<boolean>`not exists (
  select from person p where p.id = grading_request.person_id and p.restricted_at is not null)`;

/** The oldest of the queue that nobody took since `before`, taken now. Graders that come at once get different ones. */
export async function takeGradingRequest(
  w: Writing<'provide'>,
  queue: string,
  before: Date,
): Promise<GraderTask | null> {
  const free = await tables(w, holdings)
    .selectFrom('grading_request')
    .select('id')
    .where('queue', '=', queue)
    .where((is) => is.or([is('taken_at', 'is', null), is('taken_at', '<', before)]))
    .where(isInUse)
    .orderBy('asked_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!free) return null;
  const row = await tables(w, holdings)
    .updateTable('grading_request')
    .set({ taken_at: w.now() })
    .where('id', '=', free.id)
    .returning(['id', 'queue', 'course_key', 'block_id', 'attempt', 'asked', 'asked_at'])
    .executeTakeFirstOrThrow();
  const { seed, payload, answers } = row.asked;
  const place = { courseKey: row.course_key, blockId: row.block_id, attempt: row.attempt };
  return { id: row.id, queue: row.queue, ...place, payload, seed, answers, askedAt: row.asked_at };
}

/** Whose answer it is. */
export interface WaitingAnswer {
  readonly key: StateKey;
  readonly attempt: number;
  readonly asked: Asked;
}

export async function selectGradingRequest(r: Reading<'provide'>, id: string): Promise<WaitingAnswer | null> {
  const row = await tables(r, holdings)
    .selectFrom('grading_request')
    .select(['person_id', 'course_key', 'block_id', 'attempt', 'asked'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const key = { personId: row.person_id, courseKey: row.course_key, blockId: row.block_id } as StateKey;
  return { key, attempt: row.attempt, asked: row.asked };
}

/** @returns false where it was gone already */
export async function deleteGradingRequest(w: Writing<'provide'>, id: string): Promise<boolean> {
  const gone = await tables(w, holdings).deleteFrom('grading_request').where('id', '=', id).executeTakeFirst();
  return gone.numDeletedRows === 1n;
}
