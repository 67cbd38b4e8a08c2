import type { Reading, Writing } from '../../../kernel/database/index.ts';
import { readJson } from '../../../kernel/read-json.ts';
import {
  getContent,
  getVersion,
  idOf,
  inFolder,
  lockDraft,
  type StoredVersion,
  type VersionCache,
} from '../../courses/index.ts';
import { type Edit, type EditResult, type Refused, refused } from '../edit.ts';
import { findOwnVersion } from '../own-version.ts';
import { editionOfCourse, setCourse } from '../set-course.ts';
import { type CourseList, editionOfItem, type OpenCourse } from './course-list.ts';
import { updateItemsPath } from './update-list.ts';

/** What a change makes of a list, or that the item it is about is another one by now. */
type Changed<T> = readonly T[] | Refused | { readonly type: 'other'; readonly item: T };

/** Opens a version for its lists. */
export async function openLists(
  r: Reading<'provide'>,
  versions: VersionCache,
  draft: StoredVersion,
): Promise<OpenCourse> {
  const hash = draft.manifest.documents[inFolder(draft.manifest, updateItemsPath)];
  const written = hash === undefined ? '' : await getContent(r, hash);
  return { draft, version: await getVersion(r, versions, draft.versionId), updateItems: readJson(written) };
}

/**
 * Changes one of the course's lists as it is now, in one version. Only the item that the author changes has to be the one
 * they had before them: what others do to its neighbours stays.
 */
export async function changeList<T>(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  list: CourseList<T>,
  change: (items: readonly T[], course: OpenCourse) => Changed<T>,
): Promise<EditResult> {
  const locked = await lockDraft(w, versions, edit.courseKey);
  if (!locked) return refused('no-such-course');
  const { draft } = locked;
  const course = await openLists(w, versions, draft);
  const before = list.read(course);
  const changed = change(before, course);
  const blockId = idOf(draft.root);
  if ('type' in changed) {
    if (changed.type === 'refused') return changed;
    return { type: 'moved-on', blockId, yours: '', theirs: list.readable(changed.item) };
  }
  if (changed.length > list.most && changed.length > before.length) return refused('too-many');
  if (editionOfItem(changed) === editionOfItem(before))
    return { type: 'edited', versionId: draft.versionId, before: draft.versionId, blockId };
  const written = list.write(course, changed);
  const edition = editionOfCourse(draft, Object.keys(written.texts ?? {}));
  return setCourse(w, versions, edit, { edition, ...written });
}

/** The list with another item in the place of one of that edition. */
export function withItem<T>(
  list: CourseList<T>,
  items: readonly T[],
  at: { readonly key: string; readonly edition: string | null },
  make: (item: T) => T | null,
): Changed<T> {
  const index = items.findIndex((item) => list.keyOf(item) === at.key);
  const item = items[index];
  if (item === undefined) return refused('no-such-block');
  if (at.edition !== null && at.edition !== editionOfItem(item)) return { type: 'other', item };
  const made = make(item);
  return made === null ? items.toSpliced(index, 1) : items.with(index, made);
}

/** The items of a list as they were in a version of the course; null when that is none of its versions. */
export async function itemsThen<T>(
  r: Reading<'provide'>,
  versions: VersionCache,
  list: CourseList<T>,
  at: { readonly courseKey: string; readonly versionId: string },
): Promise<readonly T[] | null> {
  const version = await findOwnVersion(r, versions, at.courseKey, at.versionId);
  return version && list.read(await openLists(r, versions, version));
}
