import type { BlockId } from '../courses/index.ts';
import { accessTo } from './access.ts';
import type { CourseReader } from './enter-course.ts';
import { isSelection, selectChildren } from './selection.ts';

/**
 * Of blocks that not every reader sees, those that this one does, in their order: the children that a selection drew for
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
  const drawn = isSelection(block) ? selectChildren(block, reader.personId).map(({ id }) => id) : options;
  return drawn.filter((id) => {
    const option = options.includes(id) && version.blocks.get(id);
    return option && accessTo(version, option, reader, now).type === 'open';
  });
}
