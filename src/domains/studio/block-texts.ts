import type { Reading } from '../../kernel/database/index.ts';
import { getContents, type StoredBlock } from '../courses/index.ts';
import type { BlockTexts } from './block-source.ts';

/** The texts that a block names; empty where it names none. */
export async function readTexts(r: Reading<'provide'>, block: StoredBlock): Promise<BlockTexts> {
  const { contentHash, layoutHash } = block;
  const texts = await getContents(
    r,
    [contentHash, layoutHash].filter((hash) => hash !== null),
  );
  return { content: texts.get(contentHash ?? '') ?? '', layout: texts.get(layoutHash ?? '') ?? '' };
}
