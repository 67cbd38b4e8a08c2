import {
  type CourseVersion,
  getPublishedVersion,
  parseKey,
  type VersionCache,
} from '../../../domains/courses/index.ts';
import { countEnrolled, findEnrolment } from '../../../domains/enrolment/index.ts';
import { findOrganisation } from '../../../domains/organisations/index.ts';
import type { Reading } from '../../../kernel/database/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { type AuthorPages, createAuthorPages } from '../../learner/pages/author-pages.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { CoursePage } from './course-page.tsx';
import { type CourseView, contentsOf, entryFor, summaryOf, termsOf } from './course-view.ts';

export const courseRoutes: Routes = (site, powers) => {
  const texts = createAuthorPages(powers, 3);
  site.get('/courses/:courseKey', async (c) => {
    const r = powers.database.read('provide');
    const version = await getPublishedVersion(r, powers.versions, c.req.param('courseKey'));
    if (!version) return respondNotFound(c);
    const course = await courseView(c, powers, version, texts);
    const scripts = course.overview?.scripts ?? [];
    const styles = course.accent ? [urls.theme(course.accent)] : [];
    return respondWithPage(c, { title: course.title, scripts, styles, children: <CoursePage course={course} /> });
  });
};

async function courseView(
  c: SiteContext,
  { database, versions }: Powers,
  version: CourseVersion,
  texts: AuthorPages,
): Promise<CourseView> {
  const { reader, words } = c.var;
  const { courseKey, title, language, info } = version;
  const r = database.read('provide');
  const organisationKey = parseKey(courseKey)?.org ?? '';
  const about = info.about.overview?.trim();
  const terms = termsOf(version);
  const code = c.req.query('code')?.slice(0, 40) ?? '';
  // A link with a code in it is for who came by it alone.
  if (code) c.header('referrer-policy', 'no-referrer');
  const [organisation, overview, enrolment, enrolled, before] = await Promise.all([
    findOrganisation(r, organisationKey),
    about ? texts(about, version, words) : null,
    reader ? findEnrolment(r, reader.personId, courseKey) : null,
    terms.capacity === null ? 0 : countEnrolled(r, courseKey),
    Promise.all(info.pre_requisite_courses.map((key) => courseBefore(r, versions, key))),
  ]);
  return {
    courseKey,
    title,
    language,
    organisation: organisation ?? { key: organisationKey, name: organisationKey },
    accent: organisation?.accent ?? null,
    summary: summaryOf(version),
    overview,
    imageHref: info.image ? urls.asset(info.image.hash, info.image.name) : null,
    starts_at: info.start ? new Date(info.start) : null,
    ends_at: info.end ? new Date(info.end) : null,
    ...contentsOf(version),
    entry: entryFor(terms, { enrolment, isSignedIn: reader !== null, code }, enrolled, r.now()),
    before,
  };
}

async function courseBefore(r: Reading<'provide'>, versions: VersionCache, courseKey: string) {
  const version = await getPublishedVersion(r, versions, courseKey);
  return { courseKey, title: version?.title ?? courseKey, isHere: version !== null };
}
