import type { Writing } from '../../kernel/database/index.ts';
import type { Block } from '../courses/index.ts';
import { completableIn, videoTags } from './completable.ts';
import { deleteCompletions, insertCompletions, selectCompleted } from './completion-store.ts';
import type { BlockReader } from './enter-course.ts';
import { isSelection, selectChildren } from './selection.ts';

/** Marks the block as done, and with it the selection that it stands in when all that this reader got of it is done. */
export async function completeBlock(w: Writing<'provide'>, at: BlockReader): Promise<void> {
  const { personId, courseKey, block } = at;
  await insertCompletions(w, [{ personId, courseKey, blockId: block.id }]);
  const selection = selectionAround(block, at.unit.block);
  if (!selection) return;
  const done = new Set(await selectCompleted(w, personId, courseKey));
  const needed = selectChildren(selection, personId).flatMap(completableIn);
  if (needed.every((id) => done.has(id))) await insertCompletions(w, [{ personId, courseKey, blockId: selection.id }]);
}

/** Sets the mark that a learner gives a block of the kind `done`, or takes it away. Anything else refuses. */
export async function setDone(
  w: Writing<'provide'>,
  at: BlockReader,
  isDone: boolean,
): Promise<{ readonly type: 'set' } | { readonly type: 'refused'; readonly because: 'no-mark' }> {
  const { personId, courseKey, block } = at;
  if (block.tag !== 'done') return { type: 'refused', because: 'no-mark' };
  if (isDone) await completeBlock(w, at);
  else {
    const selection = selectionAround(block, at.unit.block);
    await deleteCompletions(w, personId, courseKey, [block.id, ...(selection ? [selection.id] : [])]);
  }
  return { type: 'set' };
}

function selectionAround(block: Block, unit: Block): Block | null {
  for (let step = block.parent; step && step !== unit.parent; step = step.parent) if (isSelection(step)) return step;
  return null;
}

/** Marks a video as watched to its end, or by the reader's word. Anything else refuses. */
export async function markWatched(
  w: Writing<'provide'>,
  at: BlockReader,
): Promise<{ readonly type: 'watched' } | { readonly type: 'refused'; readonly because: 'no-video' }> {
  if (!videoTags.has(at.block.tag)) return { type: 'refused', because: 'no-video' };
  await completeBlock(w, at);
  return { type: 'watched' };
}
