import type { Writing } from '../../kernel/database/index.ts';
import type { CourseKey } from './course.ts';
import { lockCourse, updateHeads } from './course-store.ts';
import { type NewVersion, storeVersion } from './create-version.ts';
import { coursePublished } from './events.ts';
import { selectVersion } from './version-store.ts';

/** The version is what learners see now, instead of the one before; null where they had seen none. */
export interface Published {
  readonly type: 'published';
  readonly versionId: string;
  readonly before: string | null;
}

/** The version is what learners see, or was refused and nothing changed. */
export type PublishResult =
  | Published
  | { readonly type: 'refused'; readonly because: 'no-such-course' | 'no-such-version' };

/** Makes a version of the course what learners see, and announces `coursePublished`. Any version may be: also an old one. */
export async function publishVersion(
  w: Writing<'provide'>,
  courseKey: CourseKey,
  versionId: string,
): Promise<PublishResult> {
  const course = await lockCourse(w, courseKey);
  if (!course) return { type: 'refused', because: 'no-such-course' };
  const version = await selectVersion(w, versionId);
  if (version?.courseKey !== courseKey) return { type: 'refused', because: 'no-such-version' };
  await updateHeads(w, courseKey, { published_version: versionId, base_version: versionId });
  w.announce(coursePublished, { courseKey, versionId });
  return { type: 'published', versionId, before: course.publishedVersion };
}

/**
 * Publishes a version instead of `seen`, the one that learners saw when its author looked (null for none). Refused when
 * another has been published since. The draft stays as it is.
 */
export async function publishInstead(
  w: Writing<'provide'>,
  courseKey: CourseKey,
  { versionId, seen }: { readonly versionId: string; readonly seen: string | null },
): Promise<PublishResult | { readonly type: 'refused'; readonly because: 'published-since' }> {
  const course = await lockCourse(w, courseKey);
  if (course && course.publishedVersion !== seen) return { type: 'refused', because: 'published-since' };
  return publishVersion(w, courseKey, versionId);
}

/**
 * Makes a version that is no draft, and publishes it: the published one with a part of the draft in it. Its parent is
 * the version that was published before.
 */
export async function publishTree(
  w: Writing<'provide'>,
  version: Pick<NewVersion, 'courseKey' | 'author' | 'message' | 'root' | 'manifest'>,
): Promise<PublishResult> {
  const course = await lockCourse(w, version.courseKey);
  if (!course) return { type: 'refused', because: 'no-such-course' };
  const { versionId } = await storeVersion(w, { ...version, contents: new Map() }, course.publishedVersion);
  return publishVersion(w, version.courseKey, versionId);
}
