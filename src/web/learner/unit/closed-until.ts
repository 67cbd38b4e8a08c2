import type { Block } from '../../../domains/courses/index.ts';
import { accessTo, type CourseReader } from '../../../domains/learning/index.ts';

/** When the block opens to this reader; null when that is not known. */
export function closedUntil(reader: CourseReader, block: Block, now: Date): Date | null {
  const access = accessTo(reader.version, block, reader, now);
  return access.type === 'closed' ? access.opens : null;
}
