import type { Writing } from '../../kernel/database/index.ts';
import {
  type BlockId,
  createVersion,
  lockDraft,
  type Manifest,
  type StoredBlock,
  type StoredVersion,
  type VersionCache,
  walkBlocks,
} from '../courses/index.ts';
import { type Edit, type Edited, type Refused, refused } from './edit.ts';

/** A course with more blocks than this is refused, however they come in. */
const most_blocks = 20_000;

/** What an edit makes of the draft. */
export interface Change {
  readonly type: 'change';
  readonly blockId: BlockId;
  readonly root: StoredBlock;
  /** Left out when it stays. */
  readonly manifest?: Manifest;
  /** Contents that may be new, by hash. */
  readonly contents?: ReadonlyMap<string, Uint8Array>;
}

/**
 * Makes a version of the course's draft as it is now. Edits of one course take turns, each on top of the one before;
 * what `change` is handed is always the newest draft.
 */
export async function changeDraft<R extends { readonly type: string }>(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  change: (draft: StoredVersion) => Change | R | Promise<Change | R>,
): Promise<Edited | Refused | Exclude<R, Change>> {
  const locked = await lockDraft(w, versions, edit.courseKey);
  if (!locked) return refused('no-such-course');
  const { draft } = locked;
  const wanted = await change(draft);
  if (!isChange(wanted)) return wanted as Exclude<R, Change>;
  const { blockId, root, manifest = draft.manifest, contents = new Map() } = wanted;
  const before = draft.versionId;
  if (root === draft.root && manifest === draft.manifest) return { type: 'edited', versionId: before, before, blockId };
  if (countBlocks(root) > most_blocks) return refused('too-many-blocks');
  const made = await createVersion(w, { ...edit, root, manifest, contents, madeFrom: draft.root });
  if (made.type === 'refused') throw new Error(`the course ${edit.courseKey} is locked and can't be edited`);
  const { versionId, number } = made;
  w.afterCommit(() =>
    versions.keepStored({ versionId, number, courseKey: edit.courseKey, parentId: before, root, manifest }),
  );
  return { type: 'edited', versionId, before, blockId };
}

function isChange(wanted: { readonly type: string }): wanted is Change {
  return wanted.type === 'change';
}

function countBlocks(root: StoredBlock): number {
  let count = 0;
  for (const _ of walkBlocks(root)) count += 1;
  return count;
}
