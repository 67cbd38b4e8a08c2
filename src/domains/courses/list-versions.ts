import type { Reading, Writing } from '../../kernel/database/index.ts';
import type { CourseKey } from './course.ts';
import { lockCourse } from './course-store.ts';
import { getStoredVersion } from './get-version.ts';
import type { StoredVersion, VersionCache } from './version-cache.ts';
import { selectVersionId, selectVersions, type VersionNote } from './version-store.ts';

/** The versions of a course, the newest first: those before a number, or the latest. 200 at the very most. */
export function listVersions(
  r: Reading<'provide'>,
  courseKey: CourseKey,
  { before = 2 ** 31 - 1, limit = 50 }: { readonly before?: number; readonly limit?: number } = {},
): Promise<VersionNote[]> {
  return selectVersions(r, courseKey, { before, limit: Math.min(Math.max(limit, 1), 200) });
}

/** The version of that number in its stored form, or null. */
export async function findVersionByNumber(
  r: Reading<'provide'>,
  cache: VersionCache,
  courseKey: CourseKey,
  number: number,
): Promise<StoredVersion | null> {
  if (!Number.isInteger(number) || number < 1 || number > 2 ** 31 - 2) return null;
  const id = await selectVersionId(r, courseKey, number);
  return id ? getStoredVersion(r, id, cache) : null;
}

/** What authors edit, with nobody else editing it until the transaction ends; null when there is no such course. */
export async function lockDraft(
  w: Writing<'provide'>,
  cache: VersionCache,
  courseKey: CourseKey,
): Promise<{ readonly draft: StoredVersion; readonly publishedVersion: string | null } | null> {
  const course = await lockCourse(w, courseKey);
  if (!course?.draftVersion) return null;
  const draft = await getStoredVersion(w, course.draftVersion, cache);
  return { draft, publishedVersion: course.publishedVersion };
}
