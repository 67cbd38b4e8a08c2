import { useWords } from '../../../i18n.ts';
import type { FieldErrors } from '../../../ui/error-summary.tsx';
import { CheckField, Field, LongField, SelectField } from '../../../ui/field.tsx';
import { type FormField, type FormKnowledge, type FormValues, itemsIn, textIn } from './form-field.ts';
import { ItemRows } from './item-rows.tsx';

/** What the form of a kind of block asks for. */
export interface KindForm {
  readonly fields: readonly FormField[];
  readonly values: FormValues;
  /** The author's own name for the block. */
  readonly name: string;
  readonly known: FormKnowledge;
}

export function FormFields({ form, errors }: { readonly form: KindForm; readonly errors: FieldErrors }) {
  return (
    <>
      {form.fields.map((field) => (
        <OneField key={field.field} field={field} form={form} error={errors[field.field]} />
      ))}
    </>
  );
}

function OneField({
  field: { field, label, why, input, isRequired },
  form: { values, known },
  error,
}: {
  readonly field: FormField;
  readonly form: KindForm;
  readonly error: string | undefined;
}) {
  const { t } = useWords();
  const value = textIn(values, field);
  const passports = known.passports.join(', ') || t('author.form.passportNone');
  const shared = {
    name: field,
    label: t(label),
    ...(why && { why: t(why, { passports }) }),
    ...(error && { error }),
    isRequired: isRequired ?? false,
  };
  switch (input.type) {
    case 'long':
    case 'lines':
      return <LongField {...shared} value={value} rows={3} />;
    case 'yes':
      return <CheckField {...shared} isChecked={value === 'yes'} />;
    case 'choice': {
      const options = input.options.map(([option, words]) => ({ value: option, label: t(words) }));
      return <SelectField {...shared} value={value} options={withStored(options, value)} isRequired />;
    }
    case 'known': {
      const options = known.libraries.map(({ key, title }) => ({ value: key, label: title }));
      return <SelectField {...shared} value={value} options={withStored(options, value)} />;
    }
    case 'items':
      return <ItemRows {...shared} items={itemsIn(values, field)} hasPictures={input.hasPictures} />;
    case 'whole':
    case 'number':
      return <Field {...shared} value={value} inputmode="numeric" isShort isRequired />;
    default:
      return <Field {...shared} value={value} maxLength={input.type === 'address' ? 2000 : 1000} />;
  }
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** What the block says now is among the options, even where it is not offered here. */
function withStored(options: readonly Option[], value: string): readonly Option[] {
  return options.some((option) => option.value === value) ? options : [{ value, label: value || '–' }, ...options];
}
