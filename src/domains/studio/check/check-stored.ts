import type { Reading } from '../../../kernel/database/index.ts';
import { type CourseVersion, getContents } from '../../courses/index.ts';
import { blocksWithin, type CheckWish, checkVersion } from './check-version.ts';
import type { CourseCheck } from './remark.ts';

const contents_at_once = 2000;

/** The same for a version that is stored: its contents are read first. */
export async function checkStored(
  r: Reading<'provide'>,
  version: CourseVersion,
  wish: CheckWish = {},
): Promise<CourseCheck> {
  const blocks = blocksWithin(version, wish.within);
  const hashes = [...new Set(blocks.flatMap(({ contentHash }) => contentHash ?? []))];
  const texts = new Map<string, string>();
  for (let i = 0; i < hashes.length; i += contents_at_once) {
    for (const [hash, text] of await getContents(r, hashes.slice(i, i + contents_at_once))) texts.set(hash, text);
  }
  return checkVersion(version, texts, wish);
}
