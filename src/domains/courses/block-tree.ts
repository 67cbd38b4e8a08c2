import type { BlockId } from './course.ts';
import { hashBlock, type StoredBlock } from './stored-block.ts';

/** `problem@name`, as readers of a version know the block. */
export function idOf(block: StoredBlock): BlockId {
  return `${block.tag}@${block.name}`;
}

/** Every block below and including `root`, in reading order; one that stands in two places twice. */
export function* walkBlocks(root: StoredBlock): Generator<StoredBlock> {
  yield root;
  for (const child of root.children) yield* walkBlocks(child);
}

/** The ids of all blocks below and including `root`. */
export function blockIdsOf(root: StoredBlock): Set<BlockId> {
  return new Set([...walkBlocks(root)].map(idOf));
}

/** The tree with another block in every place of the one with that id. */
export function replaceBlock(root: StoredBlock, id: BlockId, by: StoredBlock): StoredBlock {
  return changeBlock(root, id, () => by);
}

/** The tree with one child more. */
export function insertBlock(root: StoredBlock, parentId: BlockId, child: StoredBlock, index: number): StoredBlock {
  return changeBlock(root, parentId, (parent) => ({ ...parent, children: parent.children.toSpliced(index, 0, child) }));
}

/** A new tree that shares all that did not change with the old one. */
export function changeBlock(root: StoredBlock, id: BlockId, change: (block: StoredBlock) => StoredBlock): StoredBlock {
  if (idOf(root) === id) return change(root);
  const children = root.children.map((child) => changeBlock(child, id, change));
  return children.every((child, i) => child === root.children[i]) ? root : { ...root, children };
}

/** Blocks never change, so each is hashed once. */
const hashes = new WeakMap<StoredBlock, string>();

/** The hash that a block has in a version: of itself with all that is below it. */
export function hashTree(block: StoredBlock): string {
  const known = hashes.get(block);
  if (known) return known;
  const hash = hashBlock(block, block.children.map(hashTree));
  knowHash(block, hash);
  return hash;
}

/** Takes note of a hash that a block was stored by. */
export function knowHash(block: StoredBlock, hash: string): void {
  hashes.set(block, hash);
}
