import type { Reading } from '../../kernel/database/index.ts';
import { getContents } from '../courses/index.ts';

const contents_at_once = 2000;

/** The contents of blocks, by hash. */
export async function contentsOf(
  r: Reading<'provide'>,
  blocks: readonly { readonly contentHash: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const hashes = [...new Set(blocks.flatMap(({ contentHash }) => contentHash ?? []))];
  const texts = new Map<string, string>();
  for (let i = 0; i < hashes.length; i += contents_at_once) {
    for (const [hash, text] of await getContents(r, hashes.slice(i, i + contents_at_once))) texts.set(hash, text);
  }
  return texts;
}
