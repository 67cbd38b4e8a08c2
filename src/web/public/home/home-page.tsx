import { useWords } from '../../i18n.ts';
import { ButtonLink } from '../../ui/button.tsx';
import type { CourseCardView } from '../../ui/course-card.tsx';
import { CourseCards } from '../../ui/course-cards.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { urls } from '../../urls.ts';
import { SearchBox } from '../catalogue/search-box.tsx';
import { HomePicture } from './home-picture.tsx';

export interface HomeView {
  readonly courses: readonly CourseCardView[];
  /** How many courses there are in all. */
  readonly found: number;
  readonly organisations: readonly { readonly key: string; readonly name: string; readonly courses: number }[];
}

export function HomePage({ view }: { readonly view: HomeView }) {
  const { t } = useWords();
  return (
    <div class="home">
      <section class="home-lead">
        <div class="page-width home-lead-row">
          <div class="stack">
            <h1 class="display">{t('home.title')}</h1>
            <p class="lead">{t('home.lead')}</p>
            <SearchBox text="" />
          </div>
          <HomePicture />
        </div>
      </section>
      <Courses view={view} />
      <Promises />
      {view.organisations.length > 0 ? <Organisations organisations={view.organisations} /> : null}
    </div>
  );
}

function Courses({ view: { courses, found } }: { readonly view: HomeView }) {
  const { t } = useWords();
  return (
    <section class="page-width stack">
      <div class="row row-apart">
        <h2>{t('home.courses')}</h2>
        {found > courses.length ? (
          <a href={urls.courses()} data-control="home.all-courses">
            {t('home.allCourses', { count: found })}
          </a>
        ) : null}
      </div>
      {courses.length > 0 ? (
        <CourseCards courses={courses} />
      ) : (
        <EmptyState title={t('home.none')} text={t('home.noneText')} />
      )}
    </section>
  );
}

/** What sets the site apart, each with the page that shows it. */
function Promises() {
  const { t } = useWords();
  return (
    <section class="home-band">
      <div class="page-width thirds">
        <div class="stack">
          <h2>{t('home.learn')}</h2>
          <p>{t('home.learnText')}</p>
        </div>
        <div class="stack">
          <h2>{t('home.private')}</h2>
          <p>{t('home.privateText')}</p>
          <p>
            <a href={urls.document('privacy')} data-control="home.privacy">
              {t('home.privateMore')}
            </a>
          </p>
        </div>
        <div class="stack">
          <h2>{t('home.teach')}</h2>
          <p>{t('home.teachText')}</p>
          <p>
            <a href={urls.build()} data-control="home.build">
              {t('build.title')}
            </a>
          </p>
        </div>
      </div>
    </section>
  );
}

function Organisations({ organisations }: Pick<HomeView, 'organisations'>) {
  const { t } = useWords();
  return (
    <section class="page-width stack">
      <h2>{t('home.organisations')}</h2>
      <ul class="chips">
        {organisations.map(({ key, name, courses }) => (
          <li key={key}>
            <ButtonLink href={urls.organisation(key)} look="quiet" isSmall data-control="home.organisation">
              {name} <span class="soft figures">{courses}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
