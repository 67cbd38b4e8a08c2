import { hostKinds, type InquiryForm, neededFields } from '../../../domains/outreach/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { CheckField, Field, LongField, SelectField } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';

/** The forms, open and closed. */
export function FormList({ forms }: { readonly forms: readonly InquiryForm[] }) {
  const { t } = useWords();
  return (
    <ul class="desk-rows">
      {forms.map(({ key, audience, lead, isOpen }) => (
        <li key={key}>
          <h2>
            <a href={urls.deskForm(key)} data-control="desk.edit-form">
              {audience}
            </a>
          </h2>
          <span class={isOpen ? 'tag tag-good' : 'tag'}>{t(isOpen ? 'deskForms.open' : 'deskForms.closed')}</span>
          <p class="soft small">{lead}</p>
        </li>
      ))}
    </ul>
  );
}

/** The words of one form, and which fields it asks. */
export function FormEditor({ form, errors }: { readonly form: InquiryForm; readonly errors: FieldErrors }) {
  const { t } = useWords();
  return (
    <form class="form" method="post" action={urls.deskForm(form.key)} novalidate>
      <Field name="audience" label={t('deskForms.audience')} value={form.audience} error={errors.audience} isRequired />
      <LongField name="lead" label={t('deskForms.leadField')} value={form.lead} error={errors.lead} rows={2} />
      <SelectField
        name="hostKind"
        label={t('deskForms.hostKind')}
        value={form.hostKind}
        options={hostKinds.map((kind) => ({ value: kind, label: t(`hostKind.${kind}`) }))}
        isRequired
      />
      <CheckField name="isOpen" label={t('deskForms.isOpen')} isChecked={form.isOpen} />
      {form.fields.map((field) => (
        <FieldEditor key={field.name} field={field} errors={errors} />
      ))}
      <Button data-control="desk.store-form">{t('desk.store')}</Button>
    </form>
  );
}

function FieldEditor({
  field: { name, label, why, isAsked, isRequired },
  errors,
}: {
  readonly field: InquiryForm['fields'][number];
  readonly errors: FieldErrors;
}) {
  const { t } = useWords();
  return (
    <fieldset class="desk-field">
      <legend>{t(`deskForms.field.${name}`)}</legend>
      <Field
        name={`${name}-label`}
        label={t('deskForms.label')}
        value={label}
        error={errors[`${name}-label`]}
        isRequired
      />
      <Field name={`${name}-why`} label={t('deskForms.why')} value={why} maxLength={300} isRequired />
      {neededFields.includes(name) ? (
        <p class="soft small">{t('deskForms.needed')}</p>
      ) : (
        <div class="row">
          <CheckField name={`${name}-asked`} label={t('deskForms.asked')} isChecked={isAsked} />
          <CheckField name={`${name}-required`} label={t('deskForms.required')} isChecked={isRequired} />
        </div>
      )}
    </fieldset>
  );
}
