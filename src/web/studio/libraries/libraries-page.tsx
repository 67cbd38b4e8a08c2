import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';

/** A library in the list of its organisation. */
export interface StudioLibrary {
  readonly libraryKey: string;
  readonly title: string;
  readonly language: string;
  readonly parts: number;
}

export function LibraryList({ libraries }: { readonly libraries: readonly StudioLibrary[] }) {
  const { t } = useWords();
  if (libraries.length === 0) return <EmptyState title={t('library.none.title')} text={t('library.none.text')} />;
  return (
    <ul class="studio-rows">
      {libraries.map(({ libraryKey, title, language, parts }) => (
        <li key={libraryKey}>
          <div>
            <h2 lang={language}>
              <a href={urls.studioOutline(libraryKey)} dir="auto" data-control="library.open">
                {title}
              </a>
            </h2>
            <p class="small soft figures">
              <bdi class="course-key">{libraryKey}</bdi> · {t('library.parts', { count: parts })}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

export function NewLibraryForm({
  form,
  errors,
  organisationKey,
}: {
  readonly form: Readonly<Record<'title' | 'number', string>>;
  readonly errors: FieldErrors;
  readonly organisationKey: string;
}) {
  const { t } = useWords();
  return (
    <form class="form form-narrow" method="post" action={urls.newLibrary(organisationKey)} novalidate>
      <Field
        name="title"
        label={t('library.name')}
        value={form.title}
        error={errors.title}
        maxLength={200}
        isRequired
      />
      <Field
        name="number"
        label={t('newCourse.number')}
        why={t('library.numberWhy')}
        value={form.number}
        error={errors.number}
        maxLength={40}
      />
      <Button data-control="library.begin">{t('library.begin')}</Button>
    </form>
  );
}
