import { listEnrolments } from '../../../domains/enrolment/index.ts';
import { enterCourse, findProgress, listLastVisits } from '../../../domains/learning/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondWithPage } from '../../layout/page.tsx';
import type { Routes } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { type MyCourse, MyCoursesPage } from './my-courses-page.tsx';

export const myCoursesRoutes: Routes = (site, powers) => {
  site.get(urls.myCourses(), async (c) => {
    const { reader, words } = c.var;
    if (!reader) return c.redirect(urls.signIn(urls.myCourses()), 303);
    const courses = await listMyCourses(powers, reader.personId);
    const page = <MyCoursesPage courses={courses} hasLeft={c.req.query('left') !== undefined} />;
    return respondWithPage(c, { title: words.t('myCourses.title'), children: page });
  });
};

/** Latest visited first, those never visited before them. */
async function listMyCourses({ database, learning }: Powers, personId: string): Promise<MyCourse[]> {
  const r = database.read('provide');
  const visits = await listLastVisits(r, personId);
  const courses: MyCourse[] = [];
  for (const { courseKey } of await listEnrolments(r, personId)) {
    const entry = await enterCourse(r, learning, personId, courseKey);
    const lastVisit = visits.get(courseKey) ?? null;
    if (entry.type === 'refused') {
      courses.push({ courseKey, course: null, lastVisit });
      continue;
    }
    const { version, outline } = entry.reader;
    const { image } = version.info;
    const { done, all } = await findProgress(r, entry.reader);
    const imageHref = image ? urls.asset(image.hash, image.name) : null;
    const { title, language } = version;
    courses.push({ courseKey, course: { title, language, imageHref, begins: outline.opens, done, all }, lastVisit });
  }
  const at = ({ lastVisit }: MyCourse) => lastVisit?.getTime() ?? Number.POSITIVE_INFINITY;
  return courses.sort((a, b) => (at(a) === at(b) ? 0 : at(b) - at(a)));
}
