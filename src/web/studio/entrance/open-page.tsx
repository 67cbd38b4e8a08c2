import { longestTexts, organisationKinds } from '../../../domains/organisations/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field, LongField, SelectField } from '../../ui/field.tsx';
import type { OpenForm } from './open-form.ts';

/** What is asked of an organisation to open it. */
export function OpenFields({ form, errors }: { readonly form: OpenForm; readonly errors: FieldErrors }) {
  const { t } = useWords();
  return (
    <>
      <SelectField
        name="kind"
        label={t('open.kind')}
        value={form.kind}
        error={errors.kind}
        options={organisationKinds.map((kind) => ({ value: kind, label: t(`organisation.kind.${kind}`) }))}
        isRequired
      />
      <Field
        name="name"
        label={t('open.name')}
        why={t('open.nameWhy')}
        value={form.name}
        error={errors.name}
        maxLength={longestTexts.name_chars}
        autocomplete="organization"
        isRequired
      />
      <Field
        name="key"
        label={t('open.key')}
        why={t('open.keyWhy')}
        value={form.key}
        error={errors.key}
        maxLength={longestTexts.key_chars}
        autocomplete="off"
      />
      <LongField
        name="description"
        label={t('open.description')}
        why={t('open.descriptionWhy')}
        value={form.description}
        error={errors.description}
        maxLength={longestTexts.description_chars}
        rows={4}
      />
      <Button data-control="studio.open">{t('open.open')}</Button>
    </>
  );
}
