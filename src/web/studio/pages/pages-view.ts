import { hashTree } from '../../../domains/courses/index.ts';
import { type CoursePages, readCoursePages } from '../../../domains/studio/index.ts';
import type { Powers } from '../../../powers.ts';
import type { FramedCourse } from '../parts/course-frame.tsx';
import { type OpenDraft, openDraft } from '../parts/open-draft.ts';
import type { CoursePlace } from '../studio-site.ts';

/** What a course has beside its outline, for the pages about it. */
export interface PagesView {
  readonly course: FramedCourse;
  readonly open: OpenDraft;
  readonly pages: CoursePages;
  /** What publishes the whole draft; null where learners see all of this already, or the reader may not. */
  readonly publish: { readonly block: string; readonly hash: string } | null;
  /** Learners see something else than this. */
  readonly isWaiting: boolean;
  readonly mayEdit: boolean;
}

export async function readPagesView(powers: Powers, place: CoursePlace): Promise<PagesView> {
  const r = powers.database.read('provide');
  const open = await openDraft(powers, place);
  const { version, draft, published } = open;
  const pages = await readCoursePages(r, powers.versions, draft);
  const live = published && (await readCoursePages(r, powers.versions, published));
  const isWaiting = JSON.stringify(live) !== JSON.stringify(pages);
  const { courseKey, title, language } = version;
  return {
    course: { courseKey, title, language, isPublished: published !== null },
    open,
    pages,
    publish: isWaiting && place.may('course.publish') ? { block: version.root.id, hash: hashTree(draft.root) } : null,
    isWaiting,
    mayEdit: place.may('course.edit'),
  };
}
