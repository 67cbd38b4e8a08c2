import { hashTree, idOf, type StoredBlock, walkBlocks } from '../../courses/index.ts';

const structure = new Set(['course', 'library', 'chapter', 'sequential']);

/** Whether a block can be a draft. Sections and subsections are public at once in Open edX, but for those that came as one. */
export function isDraftable(block: StoredBlock): boolean {
  const { parent_url, parent_sequential_url } = block.attributes;
  return !structure.has(block.tag) || parent_url !== undefined || parent_sequential_url !== undefined;
}

/** The tree that stands outside of `drafts/`: the sections and subsections of the head, with the units that are public. */
export function mainTree(head: StoredBlock, base: StoredBlock): StoredBlock {
  const published = new Map([...walkBlocks(base)].map((block) => [idOf(block), block]));
  const build = (block: StoredBlock): StoredBlock => {
    const children = block.children.flatMap((child) => {
      if (!isDraftable(child)) return [build(child)];
      return published.get(idOf(child)) ?? [];
    });
    const built = { ...block, children };
    const before = published.get(idOf(block));
    return before && hashTree(before) === hashTree(built) ? before : built;
  };
  return hashTree(head) === hashTree(base) ? base : build(head);
}
