import type { CourseImport } from '../../../domains/exchange/index.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { urls } from '../../urls.ts';
import type { OrganisationPlace } from '../studio-site.ts';

/** A course as the list of an organisation shows it. */
export interface StudioCourse {
  readonly courseKey: string;
  readonly title: string;
  readonly language: string;
  readonly state: 'published' | 'changed' | 'unpublished';
  /** How many take it. */
  readonly enrolled: number;
}

export interface CoursesView {
  readonly courses: readonly StudioCourse[];
  readonly imports: readonly CourseImport[];
  readonly page: number;
  readonly pages: number;
}

export function CourseButtons({ place }: { readonly place: OrganisationPlace }) {
  const { t } = useWords();
  const { key } = place.organisation;
  return (
    <>
      {place.may('course.create') ? (
        <ButtonLink href={urls.newCourse(key)} data-control="studio.new-course">
          {t('studio.newCourse')}
        </ButtonLink>
      ) : null}
      {place.may('course.import') ? (
        <ButtonLink href={urls.importCourse(key)} look="quiet" data-control="studio.import">
          {t('studio.import')}
        </ButtonLink>
      ) : null}
    </>
  );
}

/** The courses of an organisation, or the way to the first. */
export function CourseList({ view, place }: { readonly view: CoursesView; readonly place: OrganisationPlace }) {
  const { t } = useWords();
  const { courses, imports, page, pages } = view;
  const { key } = place.organisation;
  return (
    <>
      {courses.length === 0 ? (
        <EmptyState
          title={t('studio.noCourses.title')}
          text={t(place.may('course.create') ? 'studio.noCourses.text' : 'studio.noCourses.wait')}
        >
          {place.may('course.create') ? (
            <div class="row">
              <CourseButtons place={place} />
            </div>
          ) : null}
        </EmptyState>
      ) : (
        <ul class="studio-rows">
          {courses.map((course) => (
            <CourseRow key={course.courseKey} course={course} canExport={place.may('course.export')} />
          ))}
        </ul>
      )}
      <Pagination page={page} pages={pages} hrefOf={(other) => `${urls.studioOrganisation(key)}?page=${other}`} />
      {imports.length > 0 ? <Imports imports={imports} organisationKey={key} /> : null}
    </>
  );
}

const tones = { published: 'tag tag-good', changed: 'tag tag-warn', unpublished: 'tag' } as const;

function CourseRow({ course, canExport }: { readonly course: StudioCourse; readonly canExport: boolean }) {
  const { t } = useWords();
  const { courseKey, title, language, state, enrolled } = course;
  return (
    <li>
      <div>
        <h2 lang={language}>
          <a href={urls.studioOutline(courseKey)} dir="auto" data-control="studio.course">
            {title}
          </a>
        </h2>
        <p class="small soft figures">
          <bdi class="course-key">{courseKey}</bdi> · {t('studio.enrolled', { count: enrolled })}
        </p>
      </div>
      <div class="studio-row-end">
        <span class={tones[state]}>{t(`studio.courseState.${state}`)}</span>
        {state === 'unpublished' ? null : (
          <ButtonLink href={urls.course(courseKey)} look="quiet" isSmall data-control="studio.course-page">
            {t('studio.coursePage')}
            <span class="only-heard">: {title}</span>
          </ButtonLink>
        )}
        {canExport ? (
          <form method="post" action={urls.exportCourse(courseKey)}>
            <Button look="quiet" isSmall data-control="studio.export">
              {t('studio.export')}
              <span class="only-heard">: {title}</span>
            </Button>
          </form>
        ) : null}
      </div>
    </li>
  );
}

function Imports({
  imports,
  organisationKey,
}: {
  readonly imports: readonly CourseImport[];
  readonly organisationKey: string;
}) {
  const { t, instant } = useWords();
  return (
    <section class="stack">
      <h2>{t('studio.imports')}</h2>
      <ul class="studio-rows">
        {imports.map(({ id, fileName, state, made_at }) => (
          <li key={id}>
            <div>
              <h3>
                <a href={urls.courseImport(organisationKey, id)} dir="auto" data-control="studio.import-report">
                  {fileName || t('import.noName')}
                </a>
              </h3>
              <p class="small soft">{instant(made_at)}</p>
            </div>
            <span class={state === 'done' ? 'tag tag-good' : state === 'failed' ? 'tag tag-warn' : 'tag'}>
              {t(`import.state.${state}`)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
