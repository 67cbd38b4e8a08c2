import type { Block, BlockId } from '../courses/index.ts';
import { isAsking } from './asking.ts';
import { isProblemTag } from './problem-source.ts';
import { isSelection } from './selection.ts';

/** The names that videos had over the years. */
export const videoTags: ReadonlySet<string> = new Set(['video', 'videoalpha', 'videoannotation']);

/** How a block is done: a problem by handing in, a poll by answering, a mark by setting it, a video by watching, the rest by being seen. */
export function completesBy(block: Block): 'submission' | 'watching' | 'sight' {
  if (isProblemTag(block.tag) || isAsking(block.tag) || block.tag === 'done') return 'submission';
  return block.tag === 'video' ? 'watching' : 'sight';
}

/**
 * The blocks of a unit that must be done for it to be done: its leaves. Where readers see different children, the
 * block that selects them stands for them.
 */
export function completableIn(unit: Block): readonly BlockId[] {
  return [...new Set(leaves(unit).map(({ id }) => id))];
}

/** Leaves and selections below a block, in order. What only staff see asks nothing of learners. */
function leaves(block: Block): readonly Block[] {
  if (block.children.length === 0 || isSelection(block)) return block.tag === 'vertical' ? [] : [block];
  return block.children.filter((child) => !child.effective.visible_to_staff_only).flatMap(leaves);
}
