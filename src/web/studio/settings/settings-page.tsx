import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldErrors } from '../../ui/error-summary.tsx';
import { CheckField, Field, SelectField } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';
import { type FramedCourse, StudioCourseFrame } from '../parts/course-frame.tsx';
import { kindName } from '../parts/kind-name.ts';
import type { SettingField } from './settings-fields.ts';

export interface SettingsView {
  readonly course: FramedCourse;
  readonly block: { readonly id: string; readonly tag: string; readonly displayName: string };
  readonly edition: string;
  readonly fields: readonly SettingField[];
  readonly values: Readonly<Record<string, string>>;
  /** Where the block is seen. */
  readonly back: string;
}

/** The settings of a block as a form. */
export function SettingsPage({ view, errors }: { readonly view: SettingsView; readonly errors: FieldErrors }) {
  const words = useWords();
  const { t } = words;
  const { course, block, values } = view;
  return (
    <StudioCourseFrame
      course={course}
      here="unit"
      steps={[{ label: block.displayName, href: view.back }, { label: t('author.settings') }]}
    >
      <div class="studio-settings stack-wide">
        <h1>{t('author.settingsOf', { title: block.displayName })}</h1>
        <ErrorSummary errors={errors} />
        <form
          class="form"
          method="post"
          action={urls.studioBlockAction(course.courseKey, block.id, 'settings')}
          novalidate
        >
          <input type="hidden" name="edition" value={view.edition} />
          <Field
            name="display_name"
            label={t('author.name')}
            value={values.display_name}
            maxLength={300}
            error={errors.display_name}
          />
          {view.fields.map((field) => (
            <Setting key={field.field} field={field} value={values[field.field] ?? ''} error={errors[field.field]} />
          ))}
          <div class="form-actions">
            <Button data-control="author.save">{t('author.save')}</Button>
            <a href={view.back} data-control="author.cancel">
              {t('author.cancel')}
            </a>
          </div>
        </form>
        <p class="soft">
          {t('author.otherSettings', { kind: kindName(words, block.tag) })}{' '}
          <a href={urls.studioBlock(course.courseKey, block.id, 'xml')} data-control="author.edit-as">
            {t('author.as.xml')}
          </a>
        </p>
      </div>
    </StudioCourseFrame>
  );
}

/** The field of one setting. */
export function Setting({
  field: { field, label, why, input },
  value,
  error,
}: {
  readonly field: SettingField;
  readonly value: string;
  readonly error?: string;
}) {
  const { t } = useWords();
  const shared = { name: field, label, why, error };
  switch (input.type) {
    case 'yes':
      return <CheckField {...shared} isChecked={value === 'yes'} />;
    case 'choice':
      return <SelectField {...shared} value={value} options={input.options} />;
    case 'date':
      return <Field {...shared} label={t('author.set.inUtc', { label })} type="datetime-local" value={value} isShort />;
    case 'number':
      return <Field {...shared} inputmode="numeric" value={value} isShort />;
    case 'text':
      return <Field {...shared} value={value} />;
  }
}
