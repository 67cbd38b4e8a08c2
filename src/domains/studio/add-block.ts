import type { Writing } from '../../kernel/database/index.ts';
import { type BlockId, idOf, insertBlock, newForm, type StoredBlock, type VersionCache } from '../courses/index.ts';
import type { ReadSource } from './block-source.ts';
import { changeDraft } from './change-draft.ts';
import { type Edit, type Edited, type Refused, refused } from './edit.ts';
import { partKinds } from './part-kinds.ts';
import { findPlace, mayStandIn } from './places.ts';
import { readText } from './set-content.ts';

/** A block to be made: its kind and place, and what is in it from the first. */
export interface NewBlock {
  /** The key of a kind of part, or a tag: a section, a subsection, a unit. */
  readonly kind: string;
  readonly parentId: BlockId;
  /** Before this child of the parent; else it comes last. */
  readonly before?: BlockId | null;
  readonly displayName: string;
}

/** Makes a block at a place that may hold it: empty, or with what its kind begins with. */
export function addBlock(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  wish: NewBlock,
): Promise<Edited | Refused> {
  return changeDraft<Refused>(w, versions, edit, ({ root }) => {
    const parent = findPlace(root, wish.parentId)?.block;
    if (!parent) return refused('no-such-block');
    const { tag, template } = partKinds.find(({ key }) => key === wish.kind) ?? { tag: wish.kind };
    if (!isTag(tag) || !mayStandIn(tag, parent)) return refused('wrong-place');
    const { block, contents } = newBlock(tag, newName(w), wish.displayName, template);
    const index = indexBefore(parent, wish.before);
    return { type: 'change', blockId: idOf(block), root: insertBlock(root, wish.parentId, block, index), contents };
  });
}

/** A url_name as Open edX makes them: 32 hexadecimal digits. */
export function newName(w: Pick<Writing, 'newId'>): string {
  return w.newId().replaceAll('-', '');
}

function newBlock(
  tag: string,
  name: string,
  displayName: string,
  template: string | undefined,
): Pick<ReadSource, 'block' | 'contents'> {
  const { attributes: own, source } = newForm(tag);
  const nothing = { contentHash: null, layoutHash: null, error: null, embedded: {}, children: [] };
  const attributes = {
    ...(displayName && { display_name: displayName }),
    ...own,
    ...(tag === 'html' && { filename: name }),
    ...(tag === 'discussion' && { discussion_id: name }),
  };
  const block: StoredBlock = { tag, name, attributes, source, ...nothing };
  if (template === undefined) return { block, contents: new Map() };
  const read = readText(block, { content: '', layout: '' }, tag === 'html' ? 'html' : 'xml', template);
  if (read.type === 'broken') throw new Error(`the template of ${tag} can't be read: ${read.why}`);
  return { ...read, block: { ...read.block, attributes: { ...attributes, ...read.block.attributes } } };
}

/** The index of the child to stand before; behind the last one when there is none. */
export function indexBefore(parent: StoredBlock, before: BlockId | null | undefined): number {
  const index = parent.children.findIndex((child) => idOf(child) === before);
  return index < 0 ? parent.children.length : index;
}

/** A name that an element may have, and a folder of an export. */
function isTag(tag: string): boolean {
  return /^[a-z][a-z0-9_-]{0,60}$/.test(tag);
}
