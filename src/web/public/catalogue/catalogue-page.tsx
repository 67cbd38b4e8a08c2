import type { CatalogChoices, CatalogQuery, Choice } from '../../../domains/catalog/index.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import type { CourseCardView } from '../../ui/course-card.tsx';
import { CourseCards } from '../../ui/course-cards.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fold } from '../../ui/fold.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { urls } from '../../urls.ts';
import { languageName } from '../course-card-view.ts';
import { addressOf } from './catalogue-form.ts';

export interface CatalogueView {
  readonly query: CatalogQuery;
  readonly choices: CatalogChoices;
  readonly courses: readonly CourseCardView[];
  readonly found: number;
  readonly page: number;
  readonly pages: number;
}

export function CataloguePage({ view }: { readonly view: CatalogueView }) {
  const { t } = useWords();
  return (
    <div class="page-width stack-wide">
      <h1>{t('site.courses')}</h1>
      <div class="catalogue">
        <Filters query={view.query} choices={view.choices} />
        <section class="stack" id="results" aria-label={t('catalogue.results')}>
          <Results view={view} />
        </section>
      </div>
    </div>
  );
}

function Results({ view }: { readonly view: CatalogueView }) {
  const { t } = useWords();
  const { query, courses, found, page, pages } = view;
  if (found === 0) {
    return (
      <EmptyState title={t('catalogue.none')} text={t('catalogue.noneText')}>
        <ButtonLink href={urls.courses()} look="quiet" data-control="catalogue.clear">
          {t('catalogue.clear')}
        </ButtonLink>
      </EmptyState>
    );
  }
  return (
    <>
      <h2 class="count">
        {query.text
          ? t('catalogue.foundFor', { count: found, text: query.text })
          : t('catalogue.found', { count: found })}
      </h2>
      <CourseCards courses={courses} />
      <Pagination page={page} pages={pages} hrefOf={(other) => addressOf(query, other)} />
    </>
  );
}

function Filters({ query, choices }: Pick<CatalogueView, 'query' | 'choices'>) {
  const words = useWords();
  const { t } = words;
  const isNarrowed = [query.organisationKey, query.language, query.subject, query.start].some((one) => one !== null);
  const starts = (['open', 'later', 'ended'] as const).map((value) => ({
    value,
    label: t(`catalogue.start.${value}`),
  }));
  const languages = choices.languages.map((choice) => ({ ...choice, label: languageName(choice.value, words) }));
  return (
    <search>
      <form class="filters" action={urls.courses()} data-search-form="results">
        <div class="field">
          <label for="search-text">{t('catalogue.searchFor')}</label>
          <input
            class="input"
            id="search-text"
            type="search"
            name="q"
            value={query.text}
            maxLength={200}
            autocomplete="off"
          />
        </div>
        <Fold label={t('catalogue.filters')} isOpen={isNarrowed}>
          <div class="filter-list">
            <Filter name="organisation" value={query.organisationKey} choices={choices.organisations} />
            <Filter name="language" value={query.language} choices={languages} />
            {choices.subjects.length > 0 ? (
              <Filter name="subject" value={query.subject} choices={choices.subjects} />
            ) : null}
            <Filter name="start" value={query.start} choices={starts} />
          </div>
        </Fold>
        <Button data-control="catalogue.search">{t('catalogue.search')}</Button>
      </form>
    </search>
  );
}

function Filter({
  name,
  value,
  choices,
}: {
  readonly name: 'organisation' | 'language' | 'subject' | 'start';
  readonly value: string | null;
  readonly choices: readonly (Pick<Choice, 'value' | 'label'> & Partial<Choice>)[];
}) {
  const { t } = useWords();
  return (
    <div class="field">
      <label for={`filter-${name}`}>{t(`catalogue.${name}`)}</label>
      <select class="input" id={`filter-${name}`} name={name}>
        <option value="">{t('catalogue.any')}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.courses ? `${choice.label} (${choice.courses})` : choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
