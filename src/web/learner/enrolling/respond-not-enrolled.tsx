import type { EnrolmentRefusal } from '../../../domains/enrolment/index.ts';
import { respondWithNews } from '../../layout/message-page.tsx';
import type { SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';

/** Says why somebody can't enrol now and what to do, with the way back to the course's page. */
export function respondNotEnrolledNow(
  c: SiteContext,
  courseKey: string,
  because: Exclude<EnrolmentRefusal['because'], 'already'>,
): Response {
  const { t } = c.var.words;
  const more = (
    <p>
      <a href={urls.course(courseKey)} data-control="learn.course-page">
        {t('learn.refused.notEnrolled.course')}
      </a>
    </p>
  );
  const text = t(`learn.enrolRefused.${because}`);
  return respondWithNews(c, { title: t('learn.enrolRefused.title'), text, more }, 409);
}
