import { type BlockId, hashBlock, idOf, isContainer, isKnownTag, type StoredBlock } from '../courses/index.ts';

/** Where a block stands: in which block, as the how manieth. The first of its places, if it has several. */
export interface BlockPlace {
  readonly block: StoredBlock;
  readonly parent: StoredBlock | null;
  readonly index: number;
  /** From the course down to the parent. */
  readonly above: readonly StoredBlock[];
}

export function findPlace(root: StoredBlock, id: BlockId, above: readonly StoredBlock[] = []): BlockPlace | null {
  if (above.length === 0 && idOf(root) === id) return { block: root, parent: null, index: 0, above };
  const path = [...above, root];
  for (const [index, child] of root.children.entries()) {
    if (idOf(child) === id) return { block: child, parent: root, index, above: path };
    const below = findPlace(child, id, path);
    if (below) return below;
  }
  return null;
}

/** The tree without these blocks, wherever they stand. */
export function withoutBlocks(root: StoredBlock, ids: ReadonlySet<BlockId>): StoredBlock {
  const kept = root.children.filter((child) => !ids.has(idOf(child)));
  const children = kept.map((child) => withoutBlocks(child, ids));
  const isSame = kept.length === root.children.length && children.every((child, i) => child === root.children[i]);
  return isSame ? root : { ...root, children };
}

const structure: Readonly<Record<string, string>> = { course: 'chapter', chapter: 'sequential' };
const structural = new Set(['course', 'library', 'chapter', 'sequential']);

/** Whether a block of one kind may stand straight in a block of another. */
export function mayStandIn(
  tag: string,
  parent: { readonly tag: string; readonly children: readonly unknown[] },
): boolean {
  const wanted = structure[parent.tag];
  if (wanted !== undefined) return tag === wanted;
  if (structural.has(tag)) return false;
  return parent.children.length > 0 || isContainer(parent.tag) || !isKnownTag(parent.tag);
}

/**
 * Which edition of a block somebody has before them: it changes with the block itself and not with what stands below
 * it, so that whoever renames a section is not hindered by whoever writes in it.
 */
export function editionOf(block: StoredBlock): string {
  return hashBlock(block, []);
}
