import type { Writing } from '../../kernel/database/index.ts';
import { type BlockId, hashTree, type StoredBlock, type VersionCache } from '../courses/index.ts';
import { changeDraft } from './change-draft.ts';
import { displayedName } from './displayed-name.ts';
import { type Edit, type EditResult, refused } from './edit.ts';
import { findPlace, withoutBlocks } from './places.ts';

/**
 * Takes a block out of the draft with all that is below it; `restoreBlock` from the version before brings it back.
 * `seen` is the hash of what the author saw and meant to delete: refused when that changed since.
 */
export function deleteBlock(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  blockId: BlockId,
  seen: string | null,
): Promise<EditResult> {
  return changeDraft<EditResult>(w, versions, edit, ({ root }) => {
    const place = findPlace(root, blockId);
    if (!place) return refused('no-such-block');
    if (!place.parent) return refused('wrong-place');
    if (seen !== null && hashTree(place.block) !== seen) return movedOn(place.block, blockId);
    return { type: 'change', blockId, root: withoutBlocks(root, new Set([blockId])) };
  });
}

function movedOn(block: StoredBlock, blockId: BlockId): EditResult {
  return { type: 'moved-on', blockId, yours: '', theirs: displayedName(block) };
}
