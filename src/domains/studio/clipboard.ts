import type { Reading, Writing } from '../../kernel/database/index.ts';
import {
  type BlockId,
  blockIdsOf,
  findCourse,
  getStoredBlock,
  getStoredVersion,
  hashTree,
  idOf,
  insertBlock,
  previewBlock,
  type StoredBlock,
  type VersionCache,
  walkBlocks,
} from '../courses/index.ts';
import { newName } from './add-block.ts';
import { changeDraft } from './change-draft.ts';
import { selectClipboard, upsertClipboard } from './clipboard-store.ts';
import { type Edit, type EditResult, type Refused, refused } from './edit.ts';
import { findPlace, mayStandIn, withoutBlocks } from './places.ts';
import { filesOf, renamed } from './take-blocks.ts';

/** What somebody has in hand to paste. */
export interface Clipboard {
  /** Where it was taken: who may no longer see that course may not paste it. */
  readonly courseKey: string;
  readonly tag: string;
  /** Never empty. */
  readonly displayName: string;
}

/** What the person copied or cut last, from whichever course; null when nothing. */
export async function findClipboard(r: Reading<'provide'>, personId: string): Promise<Clipboard | null> {
  const row = await selectClipboard(r, personId);
  if (!row) return null;
  const block = await getStoredBlock(r, row.blockHash);
  const { displayName } = previewBlock(block, null);
  return { courseKey: row.courseKey, tag: block.tag, displayName };
}

/** Takes a block with all that is below it into the author's hand; nothing of the course changes. */
export async function copyBlock(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Omit<Edit, 'message'>,
  blockId: BlockId,
): Promise<{ readonly type: 'copied' } | Refused> {
  const course = await findCourse(w, edit.courseKey);
  if (!course?.draftVersion) return refused('no-such-course');
  const { root } = await getStoredVersion(w, course.draftVersion, versions);
  const place = findPlace(root, blockId);
  if (!place) return refused('no-such-block');
  if (!place.parent) return refused('wrong-place');
  const blockHash = hashTree(place.block);
  await upsertClipboard(w, edit.author, { courseKey: edit.courseKey, blockHash, isCut: false });
  return { type: 'copied' };
}

/** The same, and takes it out of the draft: pasted into the same course it is still the same block. */
export async function cutBlock(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  blockId: BlockId,
): Promise<EditResult> {
  return changeDraft<EditResult>(w, versions, edit, async ({ root }) => {
    const place = findPlace(root, blockId);
    if (!place) return refused('no-such-block');
    if (!place.parent) return refused('wrong-place');
    const blockHash = hashTree(place.block);
    await upsertClipboard(w, edit.author, { courseKey: edit.courseKey, blockHash, isCut: true });
    return { type: 'change', blockId, root: withoutBlocks(root, new Set([blockId])) };
  });
}

/**
 * Puts what the author has in hand into a block, last or before one of its children. A copy gets names of its own; what
 * was cut keeps its names, and so what learners did in it, in the course that it comes from. Files of another course that
 * it names come along, where this one has none of that name.
 */
export async function pasteBlock(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  { parentId, before }: { readonly parentId: BlockId; readonly before: BlockId | null },
): Promise<EditResult> {
  const row = await selectClipboard(w, edit.author);
  if (!row) return refused('nothing-to-paste');
  const taken = await getStoredBlock(w, row.blockHash);
  return changeDraft<EditResult>(w, versions, edit, async ({ root, manifest }) => {
    const parent = findPlace(root, parentId)?.block;
    if (!parent) return refused('no-such-block');
    if (!mayStandIn(taken.tag, parent)) return refused('wrong-place');
    const there = blockIdsOf(root);
    const isSame = row.isCut && row.courseKey === edit.courseKey && !walkSome(taken, (id) => there.has(id));
    const block = isSame ? taken : renamed(taken, () => newName(w));
    const index = parent.children.findIndex((child) => idOf(child) === before);
    const files = row.courseKey === edit.courseKey ? {} : await filesOf(w, versions, [taken], row.courseKey, manifest);
    return {
      type: 'change',
      blockId: idOf(block),
      root: insertBlock(root, parentId, block, index < 0 ? parent.children.length : index),
      manifest: Object.keys(files).length === 0 ? manifest : { ...manifest, files: { ...manifest.files, ...files } },
    };
  });
}

function walkSome(block: StoredBlock, test: (id: BlockId) => boolean): boolean {
  for (const one of walkBlocks(block)) if (test(idOf(one))) return true;
  return false;
}
