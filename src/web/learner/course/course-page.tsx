import type { ComponentChildren } from 'preact';
import type { CourseReader } from '../../../domains/learning/index.ts';
import { useWords } from '../../i18n.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { urls } from '../../urls.ts';
import { CourseNavigation, type CoursePlace } from '../parts/course-navigation.tsx';

/** The frame of a course's pages other than its units: the way, the pages, the heading. */
export function CoursePageFrame({
  reader,
  here,
  title,
  styleHref = null,
  children,
}: {
  readonly reader: CourseReader;
  readonly here: CoursePlace;
  readonly title: string;
  readonly styleHref?: string | null;
  readonly children: ComponentChildren;
}) {
  const { t } = useWords();
  const { version, outline, courseKey } = reader;
  return (
    <div class="page-width course-page">
      {styleHref ? <link rel="stylesheet" href={styleHref} /> : null}
      <Breadcrumbs
        steps={[
          { label: t('myCourses.title'), href: urls.myCourses() },
          ...(here === 'outline' ? [] : [{ label: version.title, href: urls.outline(courseKey) }]),
          { label: title },
        ]}
      />
      <CourseNavigation outline={outline} here={here} />
      {children}
    </div>
  );
}
