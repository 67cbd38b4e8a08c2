import { type CourseVersion, getPublishedVersion, parseKey } from '../../../domains/courses/index.ts';
import { findEnrolment } from '../../../domains/enrolment/index.ts';
import { findOrganisation } from '../../../domains/organisations/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { type AboutTexts, createAboutTexts } from './about-text.ts';
import { CoursePage } from './course-page.tsx';
import { type CourseView, contentsOf, entryFor, summaryOf, termsOf } from './course-view.ts';

export const courseRoutes: Routes = (site, powers) => {
  const texts = createAboutTexts(powers);
  const findVersion = (courseKey: string) =>
    getPublishedVersion(powers.database.read('provide'), powers.versions, courseKey);

  site.get('/courses/:courseKey', async (c) => {
    const version = await findVersion(c.req.param('courseKey'));
    if (!version) return respondNotFound(c);
    const course = await courseView(c, powers, version, texts);
    const scripts = course.overview?.scripts ?? [];
    return respondWithPage(c, { title: course.title, scripts, children: <CoursePage course={course} /> });
  });

  site.get('/courses/:courseKey/about/:versionId', async (c) => {
    const { courseKey, versionId } = c.req.param();
    const version = await findVersion(courseKey);
    if (version?.versionId !== versionId) return c.notFound();
    const css = texts.styleOf(versionId) ?? (await texts.render(version, c.var.words))?.css ?? '';
    return c.body(css, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
};

async function courseView(
  c: SiteContext,
  { database }: Powers,
  version: CourseVersion,
  texts: AboutTexts,
): Promise<CourseView> {
  const { reader, words } = c.var;
  const { courseKey, title, language, info } = version;
  const r = database.read('provide');
  const organisationKey = parseKey(courseKey)?.org ?? '';
  const [organisation, overview, enrolment] = await Promise.all([
    findOrganisation(r, organisationKey),
    texts.render(version, words),
    reader ? findEnrolment(r, reader.personId, courseKey) : null,
  ]);
  return {
    courseKey,
    title,
    language,
    organisation: organisation ?? { key: organisationKey, name: organisationKey },
    summary: summaryOf(version),
    overview: overview && { html: overview.html, scripts: overview.scripts },
    styleHref: overview?.css ? urls.aboutStyle(courseKey, version.versionId) : null,
    imageHref: info.image ? urls.asset(info.image.hash, info.image.name) : null,
    starts_at: info.start ? new Date(info.start) : null,
    ends_at: info.end ? new Date(info.end) : null,
    ...contentsOf(version),
    entry: entryFor(termsOf(version), enrolment, reader !== null, r.now()),
  };
}
