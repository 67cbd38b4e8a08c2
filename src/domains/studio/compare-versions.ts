import { compareLines, compareTexts, type DiffRun } from '../../kernel/compare-texts.ts';
import type { Reading } from '../../kernel/database/index.ts';
import { type BlockId, hashTree, idOf, type StoredBlock, walkBlocks } from '../courses/index.ts';
import { type BlockTexts, writeSource } from './block-source.ts';
import { readTexts } from './block-texts.ts';
import { displayedName } from './displayed-name.ts';
import { editionOf } from './places.ts';
import { readableText } from './readable-text.ts';

/** What became of one block between two versions. */
export interface BlockDifference {
  readonly type: 'added' | 'removed' | 'changed' | 'moved';
  readonly blockId: BlockId;
  readonly tag: string;
  readonly displayName: string;
  readonly before: StoredBlock | null;
  readonly after: StoredBlock | null;
}

/** What differs between two versions, block by block, in the order of the later one; what is gone comes last. */
export function compareTrees(before: StoredBlock, after: StoredBlock): readonly BlockDifference[] {
  if (hashTree(before) === hashTree(after)) return [];
  const [old, young] = [placesOf(before), placesOf(after)];
  const differences: BlockDifference[] = [];
  for (const [id, { block, parentId }] of young) {
    const was = old.get(id);
    const type = !was
      ? 'added'
      : editionOf(was.block) !== editionOf(block)
        ? 'changed'
        : was.parentId !== parentId || isReordered(was.block, block)
          ? 'moved'
          : null;
    if (type) differences.push(say(type, id, was?.block ?? null, block));
  }
  for (const [id, { block }] of old) if (!young.has(id)) differences.push(say('removed', id, block, null));
  return differences;
}

/**
 * A block in two versions, compared as its reader sees it and as it is written. Either may be missing. `fresh` are texts
 * by hash that are not stored.
 */
export async function compareBlocks(
  r: Reading<'provide'>,
  { before, after }: Pick<BlockDifference, 'before' | 'after'>,
  fresh?: ReadonlyMap<string, string>,
): Promise<{ readonly text: readonly DiffRun[]; readonly source: readonly DiffRun[] }> {
  const [old, young] = [await textsOf(r, before), await textsOf(r, after, fresh)];
  return {
    text: compareTexts(old.text, young.text),
    source: compareLines(old.source, young.source),
  };
}

async function textsOf(
  r: Reading<'provide'>,
  block: StoredBlock | null,
  fresh: ReadonlyMap<string, string> = new Map(),
): Promise<{ text: string; source: string }> {
  if (!block) return { text: '', source: '' };
  const texts = await readTexts(r, block, fresh);
  return { text: readableText(block, texts.content), source: wholeSource(block, texts) };
}

/** An html block's HTML stands apart from its element. */
function wholeSource(block: StoredBlock, texts: BlockTexts): string {
  if (block.tag !== 'html') return writeSource(block, texts);
  const { filename: _, ...attributes } = block.attributes;
  const empty = { ...block, contentHash: null, attributes };
  return `${writeSource(empty, { content: '', layout: '' })}\n${texts.content}`;
}

function placesOf(root: StoredBlock): Map<BlockId, { readonly block: StoredBlock; readonly parentId: BlockId | null }> {
  const places = new Map<BlockId, { block: StoredBlock; parentId: BlockId | null }>();
  places.set(idOf(root), { block: root, parentId: null });
  for (const parent of walkBlocks(root)) {
    for (const block of parent.children) {
      if (!places.has(idOf(block))) places.set(idOf(block), { block, parentId: idOf(parent) });
    }
  }
  return places;
}

/** Whether those children that both have stand in another order. */
function isReordered(before: StoredBlock, after: StoredBlock): boolean {
  const [old, young] = [before.children.map(idOf), after.children.map(idOf)];
  const [wasThere, isThere] = [new Set(old), new Set(young)];
  return old.filter((id) => isThere.has(id)).join() !== young.filter((id) => wasThere.has(id)).join();
}

function say(
  type: BlockDifference['type'],
  blockId: BlockId,
  before: StoredBlock | null,
  after: StoredBlock | null,
): BlockDifference {
  const block = after ?? before!;
  return { type, blockId, tag: block.tag, displayName: displayedName(block), before, after };
}
