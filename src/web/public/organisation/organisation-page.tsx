import type { Organisation } from '../../../domains/organisations/index.ts';
import { useWords } from '../../i18n.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import type { CourseCardView } from '../../ui/course-card.tsx';
import { CourseCards } from '../../ui/course-cards.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { urls } from '../../urls.ts';

export interface OrganisationView {
  readonly organisation: Organisation;
  readonly logoHref: string | null;
  readonly courses: readonly CourseCardView[];
  readonly found: number;
  readonly page: number;
  readonly pages: number;
}

export function OrganisationPage({ view }: { readonly view: OrganisationView }) {
  const { t } = useWords();
  const { organisation, logoHref, courses, found, page, pages } = view;
  return (
    <div class="page-width stack-wide">
      <Breadcrumbs steps={[{ label: t('site.courses'), href: urls.courses() }, { label: organisation.name }]} />
      <header class="stack">
        {logoHref ? <img class="organisation-logo" src={logoHref} alt="" height="64" /> : null}
        <p class="tag">{t(`organisation.kind.${organisation.kind}`)}</p>
        <h1>{organisation.name}</h1>
        {organisation.description ? <p class="lead description">{organisation.description}</p> : null}
      </header>
      <section class="stack">
        <h2>{t('catalogue.found', { count: found })}</h2>
        {courses.length > 0 ? (
          <CourseCards courses={courses} />
        ) : (
          <EmptyState title={t('home.none')} text={t('home.noneText')} />
        )}
        <Pagination
          page={page}
          pages={pages}
          hrefOf={(other) => `${urls.organisation(organisation.key)}?page=${other}`}
        />
      </section>
    </div>
  );
}
