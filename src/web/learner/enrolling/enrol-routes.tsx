import { getPublishedVersion } from '../../../domains/courses/index.ts';
import { type EnrolmentTerms, enrol, enrolByCode, leave } from '../../../domains/enrolment/index.ts';
import type { Writing } from '../../../kernel/database/index.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { termsOf } from '../../public/course/course-view.ts';
import { refuseTooMany } from '../../request/limit.tsx';
import { readForm } from '../../request/read-form.ts';
import { recordEvent } from '../../request/record-event.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { respondNotEnrolledNow } from './respond-not-enrolled.tsx';

export const enrolRoutes: Routes = (site, powers) => {
  const { database, versions } = powers;

  site.post('/learn/:courseKey/enrol', (c) => enrolBy(c, 'enrol', (w, personId, terms) => enrol(w, personId, terms)));

  site.post('/learn/:courseKey/enrol/code', async (c) => {
    const { code } = await readForm(c, ['code'], 40);
    return enrolBy(c, 'enrolment-code', (w, personId, terms) => enrolByCode(w, personId, terms, code));
  });

  async function enrolBy(
    c: SiteContext,
    what: 'enrol' | 'enrolment-code',
    act: (w: Writing<'provide'>, personId: string, terms: EnrolmentTerms) => ReturnType<typeof enrol>,
  ): Promise<Response> {
    const { reader } = c.var;
    const courseKey = c.req.param('courseKey') ?? '';
    if (!reader) return c.redirect(urls.signIn(urls.course(courseKey)), 303);
    const tooMany = await refuseTooMany(c, powers, { what, who: reader.personId });
    if (tooMany) return tooMany;
    const version = await getPublishedVersion(database.read('provide'), versions, courseKey);
    if (!version) return respondNotFound(c);
    const done = await database.write('provide', (w) => act(w, reader.personId, termsOf(version)));
    if (done.type === 'refused' && done.because !== 'already') return respondNotEnrolledNow(c, courseKey, done.because);
    if (done.type === 'enrolled') recordEvent(c, powers, { type: 'course.enrolled', data: {}, courseKey });
    return c.redirect(done.type === 'enrolled' ? urls.justEnrolled(courseKey) : urls.outline(courseKey), 303);
  }

  site.post('/learn/:courseKey/leave', async (c) => {
    const { reader } = c.var;
    const courseKey = c.req.param('courseKey');
    if (!reader) return c.redirect(urls.signIn(), 303);
    const tooMany = await refuseTooMany(c, powers, { what: 'enrol', who: reader.personId });
    if (tooMany) return tooMany;
    const done = await database.write('provide', (w) => leave(w, reader.personId, courseKey));
    if (done.type === 'left') recordEvent(c, powers, { type: 'course.left', data: {}, courseKey });
    return c.redirect(urls.justLeft(), 303);
  });
};
