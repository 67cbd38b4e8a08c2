import { hashBlock, type StoredBlock } from '../../courses/index.ts';

/** `problem@name`, as readers of a version know the block. */
export function idOf(block: StoredBlock): string {
  return `${block.tag}@${block.name}`;
}

/** Every block below and including `root`, in reading order; one that stands in two places twice. */
export function* walkBlocks(root: StoredBlock): Generator<StoredBlock> {
  yield root;
  for (const child of root.children) yield* walkBlocks(child);
}

export function blockIdsOf(root: StoredBlock): Set<string> {
  return new Set([...walkBlocks(root)].map(idOf));
}

/** The tree with another block in every place of the one with that id. */
export function replaceBlock(root: StoredBlock, id: string, by: StoredBlock): StoredBlock {
  return changeBlock(root, id, () => by);
}

/** The tree with one child more. */
export function insertBlock(root: StoredBlock, parentId: string, child: StoredBlock, index: number): StoredBlock {
  return changeBlock(root, parentId, (parent) => ({ ...parent, children: parent.children.toSpliced(index, 0, child) }));
}

/** A new tree that shares all that did not change with the old one. */
export function changeBlock(root: StoredBlock, id: string, change: (block: StoredBlock) => StoredBlock): StoredBlock {
  if (idOf(root) === id) return change(root);
  const children = root.children.map((child) => changeBlock(child, id, change));
  return children.every((child, i) => child === root.children[i]) ? root : { ...root, children };
}

/** The hash that a block has in a version, by the block; each is computed once. */
export function hashTree(block: StoredBlock, known: Map<StoredBlock, string> = new Map()): string {
  const found = known.get(block);
  if (found) return found;
  const hash = hashBlock(
    block,
    block.children.map((child) => hashTree(child, known)),
  );
  known.set(block, hash);
  return hash;
}
