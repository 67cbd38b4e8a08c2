import { type CourseReader, enterCourse, type Lock, type OutlineUnit } from '../../../domains/learning/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import type { SiteContext } from '../../request/site-context.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { urls } from '../../urls.ts';
import { LockFacts } from '../parts/lock-facts.tsx';

/** The reader inside the course of the address, or the page that says why not. Whoever is signed out signs in first. */
export async function enter(c: SiteContext, powers: Powers): Promise<CourseReader | Response> {
  const { reader } = c.var;
  if (!reader) return c.redirect(urls.signIn(c.req.method === 'GET' ? c.req.path : undefined), 303);
  const courseKey = c.req.param('courseKey') ?? '';
  const entry = await enterCourse(powers.database.read('provide'), powers.learning, reader.personId, courseKey);
  if (entry.type === 'entered') return entry.reader;
  return entry.because === 'no-such-course' ? respondNotFound(c) : respondNotEnrolled(c, courseKey);
}

/** The unit of the address, when it is open to the reader. */
export function unitIn(c: SiteContext, reader: CourseReader): OutlineUnit | null {
  return reader.outline.unitsById.get(c.req.param('blockId') ?? '') ?? null;
}

function respondNotEnrolled(c: SiteContext, courseKey: string): Response {
  const { t } = c.var.words;
  const title = t('learn.refused.notEnrolled.title');
  return respondWithPage(
    c,
    {
      title,
      children: (
        <div class="column stack">
          <h1>{title}</h1>
          <p class="lead">{t('learn.refused.notEnrolled.text')}</p>
          <p>
            <ButtonLink href={urls.course(courseKey)} data-control="learn.course-page">
              {t('learn.refused.notEnrolled.course')}
            </ButtonLink>
          </p>
        </div>
      ),
    },
    403,
  );
}

/** What is asked for opens once the reader has passed something else. */
export function respondLocked(c: SiteContext, reader: CourseReader, lock: Lock): Response {
  const { t } = c.var.words;
  const title = t('learn.refused.closed.title');
  return respondWithPage(
    c,
    {
      title,
      children: (
        <div class="column stack">
          <h1>{title}</h1>
          <p class="lead">{t('learn.refused.locked.text', { title: lock.first.title })}</p>
          <LockFacts courseKey={reader.courseKey} lock={lock} />
        </div>
      ),
    },
    403,
  );
}

/** What is asked for is there, and closed to this reader. `opens` says until when, if that is known. */
export function respondClosed(c: SiteContext, reader: CourseReader, opens: Date | null): Response {
  const { t, instant } = c.var.words;
  const title = t('learn.refused.closed.title');
  return respondWithPage(
    c,
    {
      title,
      children: (
        <div class="column stack">
          <h1>{title}</h1>
          <p class="lead">
            {opens ? t('learn.refused.closed.opens', { when: instant(opens) }) : t('learn.refused.closed.text')}
          </p>
          <p>
            <ButtonLink href={urls.outline(reader.courseKey)} data-control="unit.course">
              {t('unit.toOutline')}
            </ButtonLink>
          </p>
        </div>
      ),
    },
    403,
  );
}
