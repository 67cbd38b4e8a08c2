import { type CourseVersion, getPublishedVersion } from '../../../domains/courses/index.ts';
import { findEnrolment } from '../../../domains/enrolment/index.ts';
import { findOrganisation } from '../../../domains/organisations/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import type { Reader, Routes } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { aboutHtml } from './about-html.ts';
import { CoursePage } from './course-page.tsx';
import { type CourseView, contentsOf, entryFor, summaryOf, termsOf } from './course-view.ts';

export const courseRoutes: Routes = (site, powers) => {
  site.get('/courses/:courseKey', async (c) => {
    const { database, versions } = powers;
    const version = await getPublishedVersion(database.read('provide'), versions, c.req.param('courseKey'));
    if (!version) return respondNotFound(c);
    const course = await courseView(powers, version, c.var.reader);
    return respondWithPage(c, { title: course.title, children: <CoursePage course={course} /> });
  });
};

async function courseView({ database }: Powers, version: CourseVersion, reader: Reader | null): Promise<CourseView> {
  const { courseKey, title, language, info } = version;
  const r = database.read('provide');
  const organisationKey = courseKey.replace(/^course-v1:/, '').split('+')[0] ?? '';
  const [organisation, enrolment] = await Promise.all([
    findOrganisation(r, organisationKey),
    reader ? findEnrolment(r, reader.personId, courseKey) : null,
  ]);
  return {
    courseKey,
    title,
    language,
    organisation: organisation ?? { key: organisationKey, name: organisationKey },
    summary: summaryOf(version),
    overviewHtml: await aboutHtml(version),
    imageHref: info.image ? urls.asset(info.image.hash, info.image.name) : null,
    starts_at: info.start ? new Date(info.start) : null,
    ends_at: info.end ? new Date(info.end) : null,
    ...contentsOf(version),
    entry: entryFor(termsOf(version), enrolment, reader !== null, r.now()),
  };
}
