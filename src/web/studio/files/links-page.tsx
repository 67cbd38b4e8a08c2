import type { LinkReport } from '../../../domains/studio/index.ts';
import { useWords } from '../../i18n.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { urls } from '../../urls.ts';
import { type FramedCourse, StudioCourseFrame } from '../parts/course-frame.tsx';
import { PlaceLink } from './file-parts.tsx';

export interface LinksView {
  readonly course: FramedCourse;
  readonly report: LinkReport;
  readonly mayEdit: boolean;
}

/** The links of a course that lead nowhere, and those that leave the site. */
export function LinksPage({ view: { course, report, mayEdit } }: { readonly view: LinksView }) {
  const { t } = useWords();
  const { courseKey } = course;
  const { broken, broken_total, outward, outward_total } = report;
  const steps = [{ label: t('author.files'), href: urls.studioFiles(courseKey) }, { label: t('author.files.links') }];
  const more = (total: number, shown: number) =>
    total > shown ? <p class="soft figures">{t('author.files.moreLinks', { count: total - shown })}</p> : null;
  return (
    <StudioCourseFrame course={course} here="files" steps={steps}>
      <header class="studio-head">
        <h1>{t('author.files.links')}</h1>
      </header>
      {broken_total === 0 ? (
        <EmptyState title={t('author.files.noBroken.title')} text={t('author.files.noBroken.text')} />
      ) : (
        <section class="stack">
          <h2 class="figures">{t('author.files.broken', { count: broken_total })}</h2>
          <ul class="studio-links">
            {broken.map(({ place, address, fault }) => (
              <li key={`${place.type} ${place.id} ${address}`}>
                <code dir="ltr">{address}</code> <span class="tag tag-bad">{t(`author.files.${fault}`)}</span>
                <p>
                  <PlaceLink courseKey={courseKey} place={place} mayEdit={mayEdit} />
                </p>
              </li>
            ))}
          </ul>
          {more(broken_total, broken.length)}
        </section>
      )}
      {outward_total > 0 ? (
        <section class="stack">
          <h2 class="figures">{t('author.files.outward', { count: outward_total })}</h2>
          <p class="soft">{t('author.files.outwardWhy')}</p>
          <ul class="studio-links">
            {outward.map(({ place, address }) => (
              <li key={`${place.type} ${place.id} ${address}`}>
                <code dir="ltr">{address}</code>
                <p>
                  <PlaceLink courseKey={courseKey} place={place} mayEdit={mayEdit} />
                </p>
              </li>
            ))}
          </ul>
          {more(outward_total, outward.length)}
        </section>
      ) : null}
    </StudioCourseFrame>
  );
}
