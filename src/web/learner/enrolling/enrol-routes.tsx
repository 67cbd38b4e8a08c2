import { getPublishedVersion } from '../../../domains/courses/index.ts';
import { enrol, leave } from '../../../domains/enrolment/index.ts';
import { respondNotFound, respondWithNews } from '../../layout/message-page.tsx';
import { termsOf } from '../../public/course/course-view.ts';
import { refuseTooMany } from '../../request/limit.tsx';
import { recordEvent } from '../../request/record-event.ts';
import type { Routes } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';

export const enrolRoutes: Routes = (site, powers) => {
  const { database, versions } = powers;

  site.post('/learn/:courseKey/enrol', async (c) => {
    const { reader, words } = c.var;
    const courseKey = c.req.param('courseKey');
    if (!reader) return c.redirect(urls.signIn(urls.course(courseKey)), 303);
    const tooMany = await refuseTooMany(c, powers, { what: 'enrol', who: reader.personId });
    if (tooMany) return tooMany;
    const version = await getPublishedVersion(database.read('provide'), versions, courseKey);
    if (!version) return respondNotFound(c);
    const done = await database.write('provide', (w) => enrol(w, reader.personId, termsOf(version)));
    if (done.type === 'refused' && done.because !== 'already') {
      const title = words.t('learn.enrolRefused.title');
      const text = words.t(`learn.enrolRefused.${done.because}`);
      return respondWithNews(c, { title, text }, 409);
    }
    if (done.type === 'enrolled') recordEvent(c, powers, { type: 'course.enrolled', data: {}, courseKey });
    return c.redirect(done.type === 'enrolled' ? urls.justEnrolled(courseKey) : urls.outline(courseKey), 303);
  });

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
