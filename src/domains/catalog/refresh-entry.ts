import type { Reading, Writing } from '../../kernel/database/index.ts';
import {
  type CourseKey,
  type CourseRecord,
  type CourseVersion,
  findCourse,
  getPublishedVersion,
  listCourses,
  type VersionCache,
} from '../courses/index.ts';
import { findOrganisation } from '../organisations/index.ts';
import { deleteEntry, selectVersions, upsertEntry } from './catalog-store.ts';
import type { CatalogEntry } from './entry.ts';
import { plainText } from './plain-text.ts';

const batch_courses = 500;

/** Draws a course's entry anew from what is published, or takes it away when nothing is, or it is not to be listed. */
export async function refreshEntry(w: Writing<'provide'>, versions: VersionCache, courseKey: CourseKey): Promise<void> {
  const course = await findCourse(w, courseKey);
  const version = course?.isListed ? await getPublishedVersion(w, versions, courseKey) : null;
  if (!course || !version || course.kind !== 'course') return deleteEntry(w, courseKey);
  const organisation = await findOrganisation(w, course.org);
  await upsertEntry(w, entryOf(course, version, organisation), version.versionId);
}

/** Draws the entries of an organisation's courses anew, once it calls itself otherwise. At most its first 1,000. */
export async function refreshEntriesOf(w: Writing<'provide'>, versions: VersionCache, org: string): Promise<void> {
  for (const { key } of await listCourses(w, { published: true, org, limit: 1000 }))
    await refreshEntry(w, versions, key);
}

/** Listed and published courses whose entry is missing or old: what a process that was killed did not get to. */
export async function listStale(r: Reading<'provide'>): Promise<CourseKey[]> {
  const stale: CourseKey[] = [];
  let after: CourseKey | undefined = '';
  while (after !== undefined) {
    const courses: CourseRecord[] = await listCourses(r, { published: true, limit: batch_courses, after });
    const drawn = await selectVersions(
      r,
      courses.map((course) => course.key),
    );
    stale.push(...courses.filter((course) => drawn.get(course.key) !== course.publishedVersion).map(({ key }) => key));
    after = courses.length === batch_courses ? courses.at(-1)?.key : undefined;
  }
  return stale;
}

function entryOf(
  course: CourseRecord,
  version: CourseVersion,
  organisation: { readonly key: string; readonly name: string } | null,
): CatalogEntry {
  const { about, image, start, end } = version.info;
  const { display_organization: shown } = version.root.settings;
  return {
    courseKey: course.key,
    title: version.title,
    shortDescription: plainText(about.short_description || about.overview || '', 300),
    organisationKey: organisation?.key ?? course.org,
    organisationName: organisation?.name ?? (typeof shown === 'string' && shown ? shown : course.org),
    language: version.language,
    subject: plainText(about.subject ?? '', 60) || null,
    starts_at: start ? new Date(start) : null,
    ends_at: end ? new Date(end) : null,
    image: image ? { hash: image.hash, name: image.name } : null,
  };
}
