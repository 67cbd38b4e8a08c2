import type { MemberRole } from '../../../domains/organisations/index.ts';
import { useWords } from '../../i18n.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { urls } from '../../urls.ts';

export interface EntranceView {
  readonly organisations: readonly { readonly key: string; readonly name: string; readonly role: MemberRole }[];
  /** Courses on whose team they are, of organisations that they are no member of. */
  readonly courses: readonly { readonly courseKey: string; readonly title: string; readonly language: string }[];
}

/** Where the way into the studio begins: one's organisations, and how to open the first. */
export function EntrancePage({ view: { organisations, courses } }: { readonly view: EntranceView }) {
  const { t } = useWords();
  const isEmpty = organisations.length === 0 && courses.length === 0;
  return (
    <div class="page-width stack-wide">
      <div class="heading-row">
        <h1>{t('studio.title')}</h1>
        {isEmpty ? null : (
          <ButtonLink href={urls.openOrganisation()} look="quiet" data-control="studio.open-another">
            {t('studio.openAnother')}
          </ButtonLink>
        )}
      </div>
      {isEmpty ? (
        <EmptyState title={t('studio.none.title')} text={t('studio.none.text')}>
          <ButtonLink href={urls.openOrganisation()} data-control="studio.open-first">
            {t('studio.openFirst')}
          </ButtonLink>
        </EmptyState>
      ) : null}
      {organisations.length > 0 ? (
        <section class="stack">
          <h2>{t('studio.organisations')}</h2>
          <ul class="studio-rows">
            {organisations.map(({ key, name, role }) => (
              <li key={key}>
                <h3>
                  <a href={urls.studioOrganisation(key)} dir="auto" data-control="studio.organisation">
                    {name}
                  </a>
                </h3>
                <span class="tag">{t(`roles.short.${role}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {courses.length > 0 ? (
        <section class="stack">
          <h2>{t('studio.teamCourses')}</h2>
          <ul class="studio-rows">
            {courses.map(({ courseKey, title, language }) => (
              <li key={courseKey}>
                <h3 lang={language}>
                  <a href={urls.studioOutline(courseKey)} dir="auto" data-control="studio.course">
                    {title}
                  </a>
                </h3>
                <span class="tag">{t('roles.short.staff')}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
