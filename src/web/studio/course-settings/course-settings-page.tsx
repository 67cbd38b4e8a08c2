import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { LongField } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';
import { Setting } from '../settings/settings-page.tsx';
import type { CourseSettingsView } from './course-settings-view.ts';

interface CourseSettingsFormProps {
  readonly view: CourseSettingsView;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

/** The settings of a course as one form: its name, its dates, its picture and what is said about it. */
export function CourseSettingsForm({ view, values, errors }: CourseSettingsFormProps) {
  const { t } = useWords();
  const { courseKey, edition, fields } = view;
  return (
    <form class="form studio-settings" method="post" action={urls.studioCourseSettings(courseKey)} novalidate>
      <input type="hidden" name="edition" value={edition} />
      {fields.map((field) => (
        <Setting key={field.field} field={field} value={values[field.field] ?? ''} error={errors[field.field]} />
      ))}
      <LongField
        name="short_description"
        label={t('courseSettings.short_description')}
        why={t('courseSettings.why.short_description')}
        value={values.short_description}
        rows={3}
        error={errors.short_description}
      />
      <LongField
        name="overview"
        label={t('courseSettings.overview')}
        why={t('courseSettings.why.overview')}
        value={values.overview}
        rows={16}
        error={errors.overview}
      />
      <div class="form-actions">
        <Button data-control="course-settings.store">{t('author.save')}</Button>
      </div>
    </form>
  );
}
