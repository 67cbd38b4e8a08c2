import type { Writing } from '../../kernel/database/index.ts';
import { type BlockId, idOf, insertBlock, type StoredBlock, type VersionCache } from '../courses/index.ts';
import { indexBefore } from './add-block.ts';
import { type Change, changeDraft } from './change-draft.ts';
import { type Edit, type Edited, type Refused, refused } from './edit.ts';
import { findPlace, mayStandIn, withoutBlocks } from './places.ts';

/** Where a block shall go. */
export type Destination =
  /** One place up or down; at the end of its parent into the next one of the same kind. */
  | 'up'
  | 'down'
  /** Before a child of that parent, or last in it. */
  | { readonly parentId: BlockId; readonly before: BlockId | null };

/** Moves a block with all that is below it. One that is at the very end already stays, and nothing is stored. */
export function moveBlock(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  blockId: BlockId,
  to: Destination,
): Promise<Edited | Refused> {
  return changeDraft<Refused>(w, versions, edit, ({ root }) => {
    const place = findPlace(root, blockId);
    if (!place) return refused('no-such-block');
    const { block, parent, above } = place;
    if (!parent) return refused('wrong-place');
    if (to === 'up' || to === 'down') return stepped(root, block, above, to);
    const target = findPlace(root, to.parentId);
    if (!target) return refused('no-such-block');
    if (target.block === block || target.above.includes(block)) return refused('wrong-place');
    if (!mayStandIn(block.tag, target.block)) return refused('wrong-place');
    if (to.before === blockId) return { type: 'change', blockId, root };
    return moved(root, block, to.parentId, to.before);
  });
}

function moved(root: StoredBlock, block: StoredBlock, parentId: BlockId, before: BlockId | null): Change {
  const blockId = idOf(block);
  const without = withoutBlocks(root, new Set([blockId]));
  const parent = findPlace(without, parentId)!.block;
  return { type: 'change', blockId, root: insertBlock(without, parentId, block, indexBefore(parent, before)) };
}

function stepped(
  root: StoredBlock,
  block: StoredBlock,
  above: readonly StoredBlock[],
  direction: 'up' | 'down',
): Change {
  const blockId = idOf(block);
  const parent = above.at(-1)!;
  const index = parent.children.indexOf(block);
  const neighbour = parent.children[direction === 'up' ? index - 1 : index + 1];
  if (neighbour) {
    const before = direction === 'up' ? neighbour : parent.children[index + 2];
    return moved(root, block, idOf(parent), before ? idOf(before) : null);
  }
  const next = cousinOf(parent, above.at(-2), direction);
  if (!next || !mayStandIn(block.tag, next)) return { type: 'change', blockId, root };
  const first = direction === 'down' ? next.children[0] : undefined;
  return moved(root, block, idOf(next), first ? idOf(first) : null);
}

/** The parent's neighbour of the same kind, in the same block. */
function cousinOf(
  parent: StoredBlock,
  grandparent: StoredBlock | undefined,
  direction: 'up' | 'down',
): StoredBlock | null {
  if (!grandparent) return null;
  const index = grandparent.children.indexOf(parent);
  const next = grandparent.children[direction === 'up' ? index - 1 : index + 1];
  return next?.tag === parent.tag ? next : null;
}
