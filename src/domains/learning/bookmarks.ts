import type { Reading, Writing } from '../../kernel/database/index.ts';
import { type Bookmark, countBookmarks, deleteBookmark, insertBookmark, selectBookmarks } from './bookmark-store.ts';
import type { CourseReader } from './enter-course.ts';
import type { OutlineUnit } from './outline.ts';

const most_bookmarks = 100;

/** Marks a unit to find it again. At most 100 a course, as in Open edX. */
export async function addBookmark(
  w: Writing<'provide'>,
  reader: CourseReader,
  unit: OutlineUnit,
): Promise<{ readonly type: 'added' } | { readonly type: 'refused'; readonly because: 'too-many' }> {
  if ((await countBookmarks(w, reader.personId, reader.courseKey)) >= most_bookmarks) {
    return { type: 'refused', because: 'too-many' };
  }
  await insertBookmark(w, reader.personId, reader.courseKey, unit.id);
  return { type: 'added' };
}

/** Takes a bookmark away; none there is as well. */
export function removeBookmark(w: Writing<'provide'>, reader: CourseReader, unit: OutlineUnit): Promise<void> {
  return deleteBookmark(w, reader.personId, reader.courseKey, unit.id);
}

/** The reader's bookmarks whose units are open to them, newest first. */
export async function listBookmarks(
  r: Reading<'provide'>,
  reader: CourseReader,
): Promise<readonly { readonly unit: OutlineUnit; readonly made_at: Date }[]> {
  const bookmarks = await selectBookmarks(r, reader.personId, reader.courseKey, most_bookmarks);
  return bookmarks.flatMap(({ unitId, made_at }: Bookmark) => {
    const unit = reader.outline.unitsById.get(unitId);
    return unit ? [{ unit, made_at }] : [];
  });
}
