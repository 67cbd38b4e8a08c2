import { type BlockId, idOf, type StoredBlock } from '../../courses/index.ts';
import { displayedName } from '../displayed-name.ts';
import { derivedName } from './derived-name.ts';

/**
 * The names that a library's blocks have in a selection. A block keeps the name that it has there already: by its derived
 * name, else, where the selection was made on another site, by the same words or the same title.
 */
export function keptNames(
  libraryKey: string,
  blocks: readonly StoredBlock[],
  selection: StoredBlock,
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<StoredBlock, string> {
  const names = new Map<StoredBlock, string>();
  const left = new Map<BlockId, StoredBlock>(selection.children.map((child) => [idOf(child), child]));
  const take = (block: StoredBlock, child: StoredBlock | undefined) => {
    if (!child) return;
    names.set(block, child.name);
    left.delete(idOf(child));
  };
  for (const block of blocks) {
    take(block, left.get(`${block.tag}@${derivedName(libraryKey, block.name, selection.name)}`));
  }
  const wordsOf = ({ contentHash }: StoredBlock) => plain(texts.get(contentHash ?? '') ?? '');
  for (const sayOf of [wordsOf, displayedName]) {
    const said = ({ tag }: StoredBlock, words: string) => `${tag} ${words}`;
    const alike = Map.groupBy(left.values(), (child) => said(child, sayOf(child)));
    for (const block of blocks) {
      const words = sayOf(block);
      if (!names.has(block) && words !== '') take(block, alike.get(said(block, words))?.shift());
    }
  }
  for (const block of blocks) {
    if (!names.has(block)) names.set(block, derivedName(libraryKey, block.name, selection.name));
  }
  return names;
}

/** Open edX indents anew when it writes. */
function plain(xml: string): string {
  return xml.replace(/\s+/g, ' ').replaceAll('> <', '><').trim();
}
