import type { Reading } from '../../../kernel/database/index.ts';
import type { CourseVersion } from '../../courses/index.ts';
import { contentsOf } from '../contents-of.ts';
import { blocksWithin, type CheckWish, checkVersion } from './check-version.ts';
import type { CourseCheck } from './remark.ts';

/** The same for a version that is stored: its contents are read first. */
export async function checkStored(
  r: Reading<'provide'>,
  version: CourseVersion,
  wish: CheckWish = {},
): Promise<CourseCheck> {
  return checkVersion(version, await contentsOf(r, blocksWithin(version, wish.within)), wish);
}
