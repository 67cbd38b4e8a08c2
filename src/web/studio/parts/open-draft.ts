import {
  type CourseVersion,
  getStoredVersion,
  getVersion,
  type StoredVersion,
} from '../../../domains/courses/index.ts';
import type { Powers } from '../../../powers.ts';
import type { CoursePlace } from '../studio-site.ts';

/** What authors work on, as it is written and as readers would see it, beside what learners see. */
export interface OpenDraft {
  readonly version: CourseVersion;
  readonly draft: StoredVersion;
  readonly published: StoredVersion | null;
}

/** Opens the draft of the place's course. A course that has been made always has one. */
export async function openDraft(
  { database, versions }: Pick<Powers, 'database' | 'versions'>,
  { course }: Pick<CoursePlace, 'course'>,
): Promise<OpenDraft> {
  const r = database.read('provide');
  const { draftVersion, publishedVersion } = course;
  if (!draftVersion) throw new Error(`the course ${course.key} has no draft`);
  const draft = await getStoredVersion(r, draftVersion, versions);
  const version = await getVersion(r, versions, draftVersion);
  const published = publishedVersion ? await getStoredVersion(r, publishedVersion, versions) : null;
  return { version, draft, published };
}
