import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { checkJson } from '../../kernel/holdings/index.ts';
import type { BlockId, CourseKey } from '../courses/index.ts';
import type { BlockState } from './block-state.ts';
import { holdings } from './holdings.ts';

/** A block as one person left it. */
export interface StateKey {
  readonly personId: string;
  readonly courseKey: CourseKey;
  readonly blockId: BlockId;
}

const stateColumn = holdings.block_state.columns.state;

/** The state, locked until the transaction ends: whoever else comes for it waits. Made empty where it was not there. */
export async function lockState(w: Writing<'provide'>, key: StateKey): Promise<BlockState> {
  await tables(w, holdings)
    .insertInto('block_state')
    .values({ ...columnsOf(key), state: checked({}), changed_at: w.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await tables(w, holdings)
    .selectFrom('block_state')
    .select('state')
    .where('person_id', '=', key.personId)
    .where('course_key', '=', key.courseKey)
    .where('block_id', '=', key.blockId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.state;
}

export async function updateState(w: Writing<'provide'>, key: StateKey, state: BlockState): Promise<void> {
  await tables(w, holdings)
    .updateTable('block_state')
    .set({ state: checked(state), changed_at: w.now() })
    .where('person_id', '=', key.personId)
    .where('course_key', '=', key.courseKey)
    .where('block_id', '=', key.blockId)
    .execute();
}

export async function selectState(r: Reading<'provide'>, key: StateKey): Promise<BlockState | null> {
  const row = await tables(r, holdings)
    .selectFrom('block_state')
    .select('state')
    .where('person_id', '=', key.personId)
    .where('course_key', '=', key.courseKey)
    .where('block_id', '=', key.blockId)
    .executeTakeFirst();
  return row?.state ?? null;
}

/** The states of these blocks; those without one are missing. */
export async function selectStates(
  r: Reading<'provide'>,
  { personId, courseKey }: Omit<StateKey, 'blockId'>,
  blockIds: readonly BlockId[],
): Promise<Record<BlockId, BlockState>> {
  if (blockIds.length === 0) return {};
  const rows = await tables(r, holdings)
    .selectFrom('block_state')
    .select(['block_id', 'state'])
    .where('person_id', '=', personId)
    .where('course_key', '=', courseKey)
    .where('block_id', 'in', blockIds)
    .execute();
  return Object.fromEntries(rows.map(({ block_id, state }) => [block_id, state]));
}

/** Checked against the declaration; the driver sends the text and PostgreSQL makes JSON of it. */
function checked(state: BlockState): BlockState {
  return checkJson('block_state.state', stateColumn, state) as unknown as BlockState;
}

function columnsOf({ personId, courseKey, blockId }: StateKey) {
  return { person_id: personId, course_key: courseKey, block_id: blockId };
}
