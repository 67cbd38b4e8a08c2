import type { Reading } from '../../kernel/database/index.ts';
import { getContents, type StoredBlock } from '../courses/index.ts';
import type { BlockTexts } from './block-source.ts';

/** The texts that a block names; empty where it names none. `fresh` are texts by hash that are not stored. */
export async function readTexts(
  r: Reading<'provide'>,
  block: StoredBlock,
  fresh: ReadonlyMap<string, string> = new Map(),
): Promise<BlockTexts> {
  const { contentHash, layoutHash } = block;
  const named = [contentHash, layoutHash].filter((hash) => hash !== null);
  const stored = named.filter((hash) => !fresh.has(hash));
  const read = stored.length > 0 ? await getContents(r, stored) : new Map<string, string>();
  const textOf = (hash: string | null) => (hash === null ? '' : (fresh.get(hash) ?? read.get(hash) ?? ''));
  return { content: textOf(contentHash), layout: textOf(layoutHash) };
}
