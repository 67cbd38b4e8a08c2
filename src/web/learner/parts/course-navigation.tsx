import type { Outline } from '../../../domains/learning/index.ts';
import { useWords } from '../../i18n.ts';
import { urls } from '../../urls.ts';

/** A page of the course beside its units. */
export type CoursePlace =
  | 'outline'
  | 'unit'
  | 'updates'
  | 'handouts'
  | 'textbooks'
  | 'bookmarks'
  | 'search'
  | { readonly slug: string };

/** The pages of a course, those only that have something on them. */
export function CourseNavigation({ outline, here }: { readonly outline: Outline; readonly here: CoursePlace }) {
  const { t } = useWords();
  const { courseKey, info, language } = outline.version;
  const current = (place: CoursePlace) => {
    if (typeof place === 'object') return typeof here === 'object' && here.slug === place.slug ? 'page' : undefined;
    return here === place ? 'page' : here === 'unit' && place === 'outline' ? 'true' : undefined;
  };
  return (
    <nav class="course-navigation" aria-label={t('course.navigation')}>
      <a href={urls.outline(courseKey)} aria-current={current('outline')} data-control="course.outline">
        {t('course.outline')}
      </a>
      {info.updates.length > 0 ? (
        <a href={urls.courseUpdates(courseKey)} aria-current={current('updates')} data-control="course.updates">
          {t('course.updates')}
        </a>
      ) : null}
      {info.handouts ? (
        <a href={urls.handouts(courseKey)} aria-current={current('handouts')} data-control="course.handouts">
          {t('course.handouts')}
        </a>
      ) : null}
      {info.textbooks.length > 0 ? (
        <a href={urls.textbooks(courseKey)} aria-current={current('textbooks')} data-control="course.textbooks">
          {t('course.textbooks')}
        </a>
      ) : null}
      {info.tabs
        .filter(({ html, isHidden }) => html !== null && !isHidden)
        .map(({ slug, name }) => (
          <a
            key={slug}
            href={urls.courseTab(courseKey, slug)}
            aria-current={current({ slug })}
            data-control="course.tab"
            lang={language}
            dir="auto"
          >
            {name}
          </a>
        ))}
      <a href={urls.bookmarks(courseKey)} aria-current={current('bookmarks')} data-control="course.bookmarks">
        {t('course.bookmarks')}
      </a>
      <a href={urls.courseSearch(courseKey)} aria-current={current('search')} data-control="course.search">
        {t('course.search')}
      </a>
    </nav>
  );
}
