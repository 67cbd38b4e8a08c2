import { getPublishedVersion } from '../../../domains/courses/index.ts';
import { acceptInvitation, type CourseInvitation, findCourseInvitation } from '../../../domains/enrolment/index.ts';
import { useWords } from '../../i18n.ts';
import { respondWithNews } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { termsOf } from '../../public/course/course-view.ts';
import { refuseTooMany } from '../../request/limit.tsx';
import { recordEvent } from '../../request/record-event.ts';
import type { Reader, Routes, SiteContext } from '../../request/site-context.ts';
import { toSignIn } from '../../request/to-sign-in.ts';
import { EnterFirst } from '../../studio/join/enter-first.tsx';
import { Button } from '../../ui/button.tsx';
import { urls } from '../../urls.ts';
import { respondNotEnrolledNow } from '../enrolling/respond-not-enrolled.tsx';

/** The link of an invitation into a course. Opening it changes nothing, since mail programs open links too. */
export const invitedRoutes: Routes = (site, powers) => {
  const { database, versions } = powers;

  site.get('/invited/:secret', async (c) => {
    const secret = c.req.param('secret');
    const r = database.read('provide');
    const invitation = await findCourseInvitation(r, secret);
    if (!invitation) return respondGone(c);
    const version = await getPublishedVersion(r, versions, invitation.courseKey);
    c.header('referrer-policy', 'no-referrer');
    const view = { secret, invitation, course: version?.title ?? invitation.courseKey, reader: c.var.reader };
    return respondWithPage(c, { title: c.var.words.t('invited.title'), children: <InvitedPage {...view} /> });
  });

  site.post('/invited/:secret', async (c) => {
    const { reader } = c.var;
    if (!reader) return toSignIn(c);
    const refusal = await refuseTooMany(c, powers, { what: 'use-link-from' });
    if (refusal) return refusal;
    const secret = c.req.param('secret');
    const r = database.read('provide');
    const invitation = await findCourseInvitation(r, secret);
    if (!invitation) return respondGone(c);
    const { courseKey, role } = invitation;
    const version = role === 'learner' ? await getPublishedVersion(r, versions, courseKey) : null;
    const terms = version && termsOf(version);
    const done = await database.write('provide', (w) => acceptInvitation(w, reader.personId, secret, terms));
    if (done.type === 'refused')
      return done.because === 'already'
        ? c.redirect(urls.outline(courseKey), 303)
        : respondNotEnrolledNow(c, courseKey, done.because);
    if (role === 'learner') recordEvent(c, powers, { type: 'course.enrolled', data: {}, courseKey });
    if (role === 'staff') return c.redirect(urls.studioOutline(courseKey), 303);
    return c.redirect(role === 'learner' ? urls.justEnrolled(courseKey) : urls.course(courseKey), 303);
  });
};

function respondGone(c: SiteContext): Response {
  const { t } = c.var.words;
  return respondWithNews(c, { title: t('link.gone'), text: t('invited.gone') }, 404);
}

function InvitedPage({
  secret,
  invitation: { role, expires_at },
  course,
  reader,
}: {
  readonly secret: string;
  readonly invitation: CourseInvitation;
  readonly course: string;
  readonly reader: Reader | null;
}) {
  const { t, day } = useWords();
  const lead =
    role === 'learner'
      ? t('invited.asLearner', { course })
      : t('invited.asTeam', { course, role: t(`courseTeam.${role}`) });
  return (
    <div class="column form-column stack-wide">
      <header class="stack">
        <h1>{t('invited.title')}</h1>
        <p class="lead">{lead}</p>
        <p class="soft">{t('invited.until', { day: day(expires_at) })}</p>
      </header>
      {reader ? (
        <form class="stack" method="post" action={urls.invited(secret)}>
          <p>{t('invited.as', { name: reader.name })}</p>
          <p class="soft small">{t('invited.seen')}</p>
          <Button data-control="invited.accept">{t('invited.accept')}</Button>
        </form>
      ) : (
        <EnterFirst next={urls.invited(secret)} />
      )}
    </div>
  );
}
