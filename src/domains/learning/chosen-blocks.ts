import type { BlockId } from '../courses/index.ts';
import { accessTo } from './access.ts';
import type { CourseReader } from './enter-course.ts';
import { isSelection, selectChildren } from './selection.ts';

/**
 * Of blocks that not every reader sees, those that this one does, in order: the children that a selection drew for
 * them, and none that is closed to them. Staff see all.
 */
export function chosenBlocks(
  reader: CourseReader,
  within: BlockId,
  options: readonly BlockId[],
  now: Date,
): readonly BlockId[] {
  const { version } = reader;
  const block = version.blocks.get(within);
  if (!block || reader.isStaff) return options;
  const drawn = isSelection(block) ? new Set(selectChildren(block, reader.personId).map(({ id }) => id)) : null;
  return options.filter((id) => {
    const option = version.blocks.get(id);
    return option && (drawn?.has(id) ?? true) && accessTo(version, option, reader, now).type === 'open';
  });
}
