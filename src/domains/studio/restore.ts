import type { Writing } from '../../kernel/database/index.ts';
import {
  type BlockId,
  idOf,
  insertBlock,
  replaceBlock,
  type StoredBlock,
  type VersionCache,
} from '../courses/index.ts';
import { changeDraft } from './change-draft.ts';
import { type Edit, type Edited, type Refused, refused } from './edit.ts';
import { findOwnVersion } from './own-version.ts';
import { type BlockPlace, findPlace, withoutBlocks } from './places.ts';

/** Makes the draft what it was in an earlier version: a new version, so that this can be taken back too. */
export async function restoreVersion(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  versionId: string,
): Promise<Edited | Refused> {
  const from = await findOwnVersion(w, versions, edit.courseKey, versionId);
  if (!from) return refused('no-such-version');
  const { root, manifest } = from;
  return changeDraft<Refused>(w, versions, edit, (draft) => ({
    type: 'change',
    blockId: idOf(draft.root),
    root,
    manifest,
  }));
}

/**
 * Makes one block what it was in an earlier version, with all that was below it, and leaves the rest: in its place, or
 * where it stood if it is gone. So a deletion is undone without undoing what others did since.
 */
export async function restoreBlock(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  versionId: string,
  blockId: BlockId,
): Promise<Edited | Refused> {
  const from = await findOwnVersion(w, versions, edit.courseKey, versionId);
  const old = from ? findPlace(from.root, blockId) : null;
  if (!old) return refused('no-such-version');
  return changeDraft<Refused>(w, versions, edit, ({ root }) => {
    if (findPlace(root, blockId)) return { type: 'change', blockId, root: replaceBlock(root, blockId, old.block) };
    const placed = putBack(root, old);
    return placed ? { type: 'change', blockId, root: placed } : refused('wrong-place');
  });
}

/** The tree with a block where it stood in another one: behind the nearest of its elder siblings that is still there. */
export function putBack(root: StoredBlock, { block, parent, index }: BlockPlace): StoredBlock | null {
  if (!parent) return null;
  const parentId = idOf(parent);
  const now = findPlace(root, parentId)?.block;
  if (!now) return null;
  const elders = parent.children.slice(0, index).map(idOf);
  const place = now.children.findLastIndex((child) => elders.includes(idOf(child))) + 1;
  const without = withoutBlocks(root, new Set([idOf(block)]));
  return insertBlock(without, parentId, block, place);
}
