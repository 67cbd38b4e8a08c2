import { createHash } from 'node:crypto';
import type { Block } from '../courses/index.ts';

/** Blocks of which each reader sees some children only. */
const selections: ReadonlySet<string> = new Set(['library_content', 'itembank', 'split_test', 'randomize']);

export function isSelection(block: Block): boolean {
  return selections.has(block.tag);
}

/** Blocks whose children stand in a drawn order, too, as in Open edX. */
const shuffled: ReadonlySet<string> = new Set(['library_content', 'itembank']);

/**
 * The children that a person sees, in the order in which they see them. Each child draws a lot from the person's id, and
 * the first lots win: so the choice stays the same from visit to visit without being stored, and an added or removed child
 * changes it as little as can be.
 */
export function selectChildren(block: Block, personId: string): readonly Block[] {
  const lots = block.children.map((child) => ({ child, lot: lotOf(personId, block, child) }));
  const winners = lots.sort((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, countOf(block));
  const chosen = winners.map(({ child }) => child);
  return shuffled.has(block.tag) ? chosen : block.children.filter((child) => chosen.includes(child));
}

/** `max_count` of a library: 1 when it is not set, all of them for -1. */
function countOf(block: Block): number {
  if (block.tag === 'split_test' || block.tag === 'randomize') return 1;
  const count = Number(block.settings.max_count ?? 1);
  return count === -1 || Number.isNaN(count) ? block.children.length : Math.max(0, Math.floor(count));
}

function lotOf(personId: string, block: Block, child: Block): string {
  return createHash('sha256').update(`${personId} ${block.id} ${child.id}`).digest('hex');
}
