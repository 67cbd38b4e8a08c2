import type { CourseReader, OutlineUnit } from '../../../domains/learning/index.ts';
import { useWords } from '../../i18n.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { urls } from '../../urls.ts';
import { CoursePageFrame } from '../course/course-page.tsx';

export function BookmarksPage({
  reader,
  bookmarks,
}: {
  readonly reader: CourseReader;
  readonly bookmarks: readonly { readonly unit: OutlineUnit; readonly made_at: Date }[];
}) {
  const { t, day } = useWords();
  return (
    <CoursePageFrame reader={reader} here="bookmarks" title={t('bookmarks.title')}>
      <h1>{t('bookmarks.title')}</h1>
      {bookmarks.length === 0 ? (
        <EmptyState title={t('bookmarks.empty.title')} text={t('bookmarks.empty.text')} />
      ) : (
        <ul class="hits">
          {bookmarks.map(({ unit, made_at }) => (
            <li key={unit.id}>
              <p class="small soft" lang={reader.version.language} dir="auto">
                {unit.section.title} / {unit.subsection.title}
              </p>
              <a
                href={urls.unit(reader.courseKey, unit.id)}
                data-control="bookmarks.open"
                lang={reader.version.language}
                dir="auto"
              >
                {unit.title}
              </a>
              <p class="small soft">{t('bookmarks.made', { when: day(made_at) })}</p>
            </li>
          ))}
        </ul>
      )}
    </CoursePageFrame>
  );
}
