import type { ComponentChildren } from 'preact';
import type { StudioOutline } from '../../../domains/studio/index.ts';
import { useWords } from '../../i18n.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Icon } from '../../ui/icon.tsx';
import { urls } from '../../urls.ts';

/** The course that a page of the studio is about. */
export type FramedCourse = Pick<StudioOutline, 'courseKey' | 'title' | 'language' | 'isPublished'>;

/** Nothing of a library is published: courses take what it holds. */
export function isLibrary({ courseKey }: Pick<FramedCourse, 'courseKey'>): boolean {
  return courseKey.startsWith('library-v1:');
}

/** The frame of a course's pages in the studio: the way, and the pages beside this one. */
export function StudioCourseFrame({
  course,
  here,
  steps = [],
  children,
}: {
  readonly course: FramedCourse;
  readonly here: 'outline' | 'files' | 'unit' | 'check' | 'versions' | 'enrolment' | 'team' | 'pages' | 'settings';
  /** The way from the course to this page; the last is the page itself. */
  readonly steps?: readonly { readonly label: string; readonly href?: string }[];
  readonly children: ComponentChildren;
}) {
  const { t } = useWords();
  const { courseKey, title, language, isPublished } = course;
  const current = (page: typeof here) =>
    page === here ? 'page' : page === 'outline' && here === 'unit' ? 'true' : undefined;
  return (
    <div class="page-width studio-page">
      <Breadcrumbs
        steps={[
          { label: t('studio.title'), href: urls.studio() },
          ...(steps.length > 0
            ? [{ label: title, href: urls.studioOutline(courseKey) }, ...steps]
            : [{ label: title }]),
        ]}
      />
      <nav class="course-navigation" aria-label={t('author.navigation')}>
        <a href={urls.studioOutline(courseKey)} aria-current={current('outline')} data-control="author.outline">
          {t(isLibrary(course) ? 'library.parts.all' : 'author.outline')}
        </a>
        <a href={urls.studioFiles(courseKey)} aria-current={current('files')} data-control="author.files">
          {t('author.files')}
        </a>
        {isLibrary(course) ? null : <CourseOnlyLinks courseKey={courseKey} current={current} />}
        <a href={urls.studioCheck(courseKey)} aria-current={current('check')} data-control="author.check">
          {t('author.check')}
        </a>
        <a href={urls.studioVersions(courseKey)} aria-current={current('versions')} data-control="author.versions">
          {t('author.versions')}
        </a>
        {isPublished ? (
          <a href={urls.outline(courseKey)} data-control="author.view-live" hreflang={language}>
            {t('author.viewLive')}
            <Icon name="next" />
          </a>
        ) : null}
      </nav>
      {children}
    </div>
  );
}

/** The pages that a library does not have. */
function CourseOnlyLinks({
  courseKey,
  current,
}: {
  readonly courseKey: string;
  readonly current: (page: 'pages' | 'settings' | 'enrolment' | 'team') => 'page' | 'true' | undefined;
}) {
  const { t } = useWords();
  return (
    <>
      <a href={urls.studioPages(courseKey)} aria-current={current('pages')} data-control="author.pages">
        {t('author.pages')}
      </a>
      <a
        href={urls.studioCourseSettings(courseKey)}
        aria-current={current('settings')}
        data-control="course-settings.open"
      >
        {t('author.settings')}
      </a>
      <a href={urls.studioEnrolment(courseKey)} aria-current={current('enrolment')} data-control="author.enrolment">
        {t('author.enrolment')}
      </a>
      <a href={urls.studioTeam(courseKey)} aria-current={current('team')} data-control="author.team">
        {t('author.team')}
      </a>
    </>
  );
}
