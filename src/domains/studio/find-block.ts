import type { Reading } from '../../kernel/database/index.ts';
import { type BlockId, hashTree, type Manifest, type StoredBlock, type StoredVersion } from '../courses/index.ts';
import type { BlockTexts } from './block-source.ts';
import { readTexts } from './block-texts.ts';
import { editionOf, findPlace } from './places.ts';

/** A block of the draft as an editor needs it. */
export interface EditableBlock {
  readonly block: StoredBlock;
  readonly texts: BlockTexts;
  /** What saving asks for; see `editionOf`. */
  readonly edition: string;
  readonly hash: string;
  /** The files and documents of the draft. */
  readonly manifest: Manifest;
  /** The blocks that it stands in, from the course down. */
  readonly above: readonly StoredBlock[];
}

/** The block with its texts, or null when the draft has none of that id. */
export async function findBlock(
  r: Reading<'provide'>,
  draft: StoredVersion,
  blockId: BlockId,
): Promise<EditableBlock | null> {
  const place = findPlace(draft.root, blockId);
  if (!place) return null;
  const { block, above } = place;
  const { manifest } = draft;
  return { block, texts: await readTexts(r, block), edition: editionOf(block), hash: hashTree(block), manifest, above };
}
