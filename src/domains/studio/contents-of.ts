import type { Reading } from '../../kernel/database/index.ts';
import { getContents } from '../courses/index.ts';

const contentsAtOnce = 2000;

/** The contents of blocks, by hash. */
export async function contentsOf(
  r: Reading<'provide'>,
  blocks: readonly { readonly contentHash: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const hashes = [...new Set(blocks.flatMap(({ contentHash }) => contentHash ?? []))];
  const texts = new Map<string, string>();
  for (let i = 0; i < hashes.length; i += contentsAtOnce) {
    for (const [hash, text] of await getContents(r, hashes.slice(i, i + contentsAtOnce))) texts.set(hash, text);
  }
  return texts;
}
