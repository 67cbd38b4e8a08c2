import type { ComponentChildren } from 'preact';
import type { Powers } from '../../../powers.ts';
import { respondWithFilledPage } from '../../layout/form-page.tsx';
import { isDone } from '../../request/back-done.ts';
import type { SiteContext } from '../../request/site-context.ts';
import { ErrorSummary, type FieldErrors } from '../../ui/error-summary.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import type { CoursePlace } from '../studio-site.ts';
import { StudioCourseFrame } from './course-frame.tsx';
import { openDraft } from './open-draft.ts';

interface CoursePageProps {
  readonly here: Parameters<typeof StudioCourseFrame>[0]['here'];
  readonly title: string;
  readonly lead: string;
  readonly steps?: Parameters<typeof StudioCourseFrame>[0]['steps'];
  readonly errors?: FieldErrors;
  /** Refused as a whole, in one sentence. */
  readonly refusal?: string;
  readonly children: ComponentChildren;
}

/** Answers with a page about a course as a whole. With errors it is a 422; after something was done it says so. */
export async function respondWithCourse(
  c: SiteContext,
  powers: Powers,
  place: CoursePlace,
  { here, title, lead, steps = [{ label: title }], errors = {}, refusal, children }: CoursePageProps,
): Promise<Response> {
  const { version, published } = await openDraft(powers, place);
  const { courseKey, language } = version;
  const course = { courseKey, language, title: version.title, isPublished: published !== null };
  return respondWithFilledPage(c, {
    title: `${title} · ${version.title}`,
    errors: refusal ? { refusal } : errors,
    children: (
      <StudioCourseFrame course={course} here={here} steps={steps}>
        <div class="stack-wide">
          {isDone(c) ? (
            <Notice tone="good" isNews>
              <p>{c.var.words.t('studio.done')}</p>
            </Notice>
          ) : null}
          <Refusal because={refusal ?? null} />
          <header class="stack">
            <h1>{title}</h1>
            <p class="lead">{lead}</p>
          </header>
          <ErrorSummary errors={errors} />
          {children}
        </div>
      </StudioCourseFrame>
    ),
  });
}
