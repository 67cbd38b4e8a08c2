import type { CourseHit, CourseReader } from '../../../domains/learning/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { fieldId } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';
import { CoursePageFrame } from '../course/course-page.tsx';

export function SearchPage({
  reader,
  query,
  hits,
}: {
  readonly reader: CourseReader;
  readonly query: string;
  /** Null before anything was asked for. */
  readonly hits: readonly CourseHit[] | null;
}) {
  const { t } = useWords();
  return (
    <CoursePageFrame reader={reader} here="search" title={t('courseSearch.title')}>
      <h1>{t('courseSearch.title')}</h1>
      <search>
        <form class="course-search" action={urls.courseSearch(reader.courseKey)} data-search-form="found">
          <label for={fieldId('q')}>{t('courseSearch.label')}</label>
          <div class="row">
            <input class="input" type="search" id={fieldId('q')} name="q" value={query} maxLength={200} />
            <Button data-control="course-search.find">{t('courseSearch.find')}</Button>
          </div>
        </form>
      </search>
      <div id="found" role="status">
        {hits ? <Hits reader={reader} query={query} hits={hits} /> : null}
      </div>
    </CoursePageFrame>
  );
}

function Hits({
  reader,
  query,
  hits,
}: {
  readonly reader: CourseReader;
  readonly query: string;
  readonly hits: readonly CourseHit[];
}) {
  const { t } = useWords();
  const { courseKey, version } = reader;
  return (
    <>
      <h2>{t('courseSearch.found', { count: hits.length, query })}</h2>
      {hits.length === 0 ? <p class="soft">{t('courseSearch.empty.text')}</p> : null}
      <ol class="hits" lang={version.language} dir="auto">
        {hits.map(({ unit, blockId, title, passage }) => (
          <li key={blockId}>
            <p class="small soft">
              {unit.section.title} / {unit.title}
            </p>
            <a href={urls.unit(courseKey, unit.id)} data-control="course-search.hit">
              {title}
            </a>
            <p class="hit-passage">
              {passage.map(({ text, isFound }, at) => (isFound ? <mark key={`${at}`}>{text}</mark> : text))}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
