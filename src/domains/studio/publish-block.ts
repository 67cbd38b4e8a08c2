import type { Writing } from '../../kernel/database/index.ts';
import {
  type BlockId,
  blockIdsOf,
  findCourse,
  getStoredVersion,
  hashTree,
  idOf,
  lockDraft,
  type Published,
  publishTree,
  publishVersion,
  replaceBlock,
  type StoredBlock,
  type VersionCache,
} from '../courses/index.ts';
import { changeDraft } from './change-draft.ts';
import { displayedName } from './displayed-name.ts';
import { type Edit, type Edited, type MovedOn, type Refused, refused } from './edit.ts';
import { type BlockPlace, findPlace, withoutBlocks } from './places.ts';
import { putBack } from './restore.ts';

/**
 * Publishes a block with all that is below it: a unit, a section, or, for the course block, the whole draft. The rest of
 * what learners see stays; the blocks that it stands in come along as far as they are new. Files, the course's texts and
 * its policy are never drafts, as in Open edX: they go with any publication. `seen` is the hash of what the author saw.
 */
export async function publishBlock(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  blockId: BlockId,
  seen: string,
): Promise<Published | MovedOn | Refused> {
  const locked = await lockDraft(w, versions, edit.courseKey);
  if (!locked) return refused('no-such-course');
  const { draft, publishedVersion } = locked;
  const place = findPlace(draft.root, blockId);
  if (!place) return refused('no-such-block');
  if (hashTree(place.block) !== seen) {
    return { type: 'moved-on', blockId, yours: '', theirs: displayedName(place.block) };
  }
  const published = publishedVersion ? await getStoredVersion(w, publishedVersion, versions) : null;
  const root = place.parent ? withPublished(published?.root ?? null, place) : draft.root;
  const isWhole = hashTree(root) === hashTree(draft.root);
  const done = isWhole
    ? await publishVersion(w, edit.courseKey, draft.versionId)
    : await publishTree(w, { ...edit, root, manifest: draft.manifest });
  if (done.type === 'refused') throw new Error(`${edit.courseKey} can't be published: ${done.because}`);
  return done;
}

/** What is published, with the block as the draft has it, in the place where the draft has it. */
function withPublished(published: StoredBlock | null, { block, above, ...place }: BlockPlace): StoredBlock {
  const [course, ...containers] = above;
  let root = published ?? { ...course!, children: [] };
  let parent = course!;
  for (const container of containers) {
    if (!findPlace(root, idOf(container))) {
      const index = parent.children.indexOf(container);
      root = putBack(root, { block: { ...container, children: [] }, parent, index, above: [] })!;
    }
    parent = container;
  }
  const there = findPlace(root, idOf(block));
  const isInPlace = there?.parent && idOf(there.parent) === idOf(parent);
  // What was moved into it is taken from where learners see it now: no block is to be in two places.
  const moved = blockIdsOf(block);
  if (isInPlace) moved.delete(idOf(block));
  root = withoutBlocks(root, moved);
  return isInPlace ? replaceBlock(root, idOf(block), block) : putBack(root, { ...place, block, above })!;
}

/** Makes a block of the draft what learners see of it. Refused where they have never seen it: then it can be deleted. */
export async function discardChanges(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  blockId: BlockId,
): Promise<Edited | Refused> {
  const course = await findCourse(w, edit.courseKey);
  if (!course?.publishedVersion) return refused('never-published');
  const { root: published, manifest } = await getStoredVersion(w, course.publishedVersion, versions);
  const place = findPlace(published, blockId);
  if (!place) return refused('never-published');
  return changeDraft<Refused>(w, versions, edit, ({ root }) => {
    if (!place.parent) return { type: 'change', blockId, root: published, manifest };
    if (findPlace(root, blockId)) return { type: 'change', blockId, root: replaceBlock(root, blockId, place.block) };
    const back = putBack(root, place);
    return back ? { type: 'change', blockId, root: back } : refused('wrong-place');
  });
}
