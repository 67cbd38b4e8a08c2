import type { BlockId } from '../courses/index.ts';
import { completableIn, completesBy } from './completable.ts';
import type { CourseReader } from './enter-course.ts';
import type { OutlineUnit } from './outline.ts';
import { isSelection, selectChildren } from './selection.ts';

/** The blocks that this reader is done with by having the unit's page before them, and was not before. */
export function seenOnPage(reader: CourseReader, unit: OutlineUnit, done: ReadonlySet<BlockId>): readonly BlockId[] {
  const open = unit.completable.filter((id) => !done.has(id));
  return open.flatMap((id) => {
    const block = reader.version.blocks.get(id);
    if (!block) return [];
    if (!isSelection(block)) return completesBy(block) === 'sight' ? [id] : [];
    const drawn = selectChildren(block, reader.personId).flatMap(completableIn);
    const seen = drawn.filter((child) => bySight(reader, child));
    // All that was drawn is done by sight, so the selection is too.
    return seen.length === drawn.length ? [...seen, id] : seen.filter((child) => !done.has(child));
  });
}

function bySight(reader: CourseReader, id: BlockId): boolean {
  const block = reader.version.blocks.get(id);
  return block !== undefined && completesBy(block) === 'sight';
}

/** The videos of a unit that the reader has not watched. */
export function videosToWatch(reader: CourseReader, unit: OutlineUnit, done: ReadonlySet<BlockId>): readonly BlockId[] {
  return unit.completable.filter((id) => {
    const block = reader.version.blocks.get(id);
    return block !== undefined && completesBy(block) === 'watching' && !done.has(id);
  });
}
