import type { Writing } from '../../kernel/database/index.ts';
import { type BlockId, idOf, insertBlock, type StoredBlock, type VersionCache } from '../courses/index.ts';
import { changeDraft } from './change-draft.ts';
import { type Edit, type Edited, type Refused, refused } from './edit.ts';
import { findPlace, mayStandIn } from './places.ts';

/** A block to be made: its kind and place, and what is in it from the first. */
export interface NewBlock {
  readonly tag: string;
  readonly parentId: BlockId;
  /** Before this child of the parent; else it comes last. */
  readonly before?: BlockId | null;
  readonly displayName: string;
}

/** Makes an empty block at a place that may hold it. */
export function addBlock(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  wish: NewBlock,
): Promise<Edited | Refused> {
  return changeDraft<Refused>(w, versions, edit, ({ root }) => {
    const parent = findPlace(root, wish.parentId)?.block;
    if (!parent) return refused('no-such-block');
    if (!isTag(wish.tag) || !mayStandIn(wish.tag, parent)) return refused('wrong-place');
    const name = newName(w);
    const attributes = {
      ...(wish.displayName && { display_name: wish.displayName }),
      ...(wish.tag === 'html' && { filename: name }),
    };
    const block = emptyBlock(wish.tag, name, attributes);
    const index = indexBefore(parent, wish.before);
    return {
      type: 'change',
      blockId: `${wish.tag}@${name}`,
      root: insertBlock(root, wish.parentId, block, index),
    };
  });
}

/** A url_name as Open edX makes them: 32 hexadecimal digits. */
export function newName(w: Pick<Writing, 'newId'>): string {
  return w.newId().replaceAll('-', '');
}

function emptyBlock(tag: string, name: string, attributes: Readonly<Record<string, string>>): StoredBlock {
  const nothing = { contentHash: null, layoutHash: null, error: null, embedded: {}, source: {}, children: [] };
  return { tag, name, attributes, ...nothing };
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
