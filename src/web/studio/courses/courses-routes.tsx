import { type CourseRecord, getDraftVersion, listCourses } from '../../../domains/courses/index.ts';
import { countEnrolled } from '../../../domains/enrolment/index.ts';
import { listImports } from '../../../domains/exchange/index.ts';
import type { Powers } from '../../../powers.ts';
import { readPage } from '../../request/read-page.ts';
import { urls } from '../../urls.ts';
import { respondWithOrganisation } from '../organisation-frame.tsx';
import type { OrganisationPlace, StudioRoutes } from '../studio-site.ts';
import { CourseButtons, CourseList, type CoursesView, type StudioCourse } from './courses-page.tsx';

const page_courses = 20;
const most_courses = 1000;

/** What an organisation's place opens with: its courses. */
export const coursesRoutes: StudioRoutes = (studio, powers) => {
  studio.get('/studio/organisations/:organisation', 'organisation.see', async (c, place) => {
    const { organisation } = place;
    // One address a place, however its key was written.
    if (c.req.param('organisation') !== organisation.key)
      return c.redirect(urls.studioOrganisation(organisation.key), 302);
    const view = await viewFor(powers, place, readPage(c.req.query('page')));
    return respondWithOrganisation(c, powers, place, {
      tab: 'courses',
      title: organisation.name,
      actions: view.courses.length > 0 ? <CourseButtons place={place} /> : null,
      children: <CourseList view={view} place={place} />,
    });
  });
};

async function viewFor(powers: Powers, { organisation, may }: OrganisationPlace, page: number): Promise<CoursesView> {
  const r = powers.database.read('provide');
  const records = await listCourses(r, { published: false, org: organisation.key, limit: most_courses });
  const pages = Math.max(1, Math.ceil(records.length / page_courses));
  const shown = records.slice((Math.min(page, pages) - 1) * page_courses).slice(0, page_courses);
  const courses: StudioCourse[] = [];
  for (const record of shown) courses.push(await studioCourse(powers, record));
  const imports = may('course.import') ? await listImports(r, organisation.key) : [];
  return { courses, imports, page: Math.min(page, pages), pages };
}

async function studioCourse({ database, versions }: Powers, record: CourseRecord): Promise<StudioCourse> {
  const r = database.read('provide');
  const { key: courseKey, draftVersion, publishedVersion } = record;
  const version = await getDraftVersion(r, versions, courseKey);
  const isSame = draftVersion === publishedVersion;
  return {
    courseKey,
    title: version?.title ?? record.number,
    language: version?.language ?? 'en',
    state: publishedVersion === null ? 'unpublished' : isSame ? 'published' : 'changed',
    enrolled: await countEnrolled(r, courseKey),
  };
}
