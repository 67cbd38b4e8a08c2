import type { listFields } from '../../../domains/disclosure/index.ts';
import { type DisclosureForm, grounds } from '../../../domains/gate/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field, LongField, SelectField } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';

/** A disclosure as it is typed: persons by their addresses. */
export interface TypedDisclosure extends Omit<DisclosureForm, 'personIds' | 'people'> {
  readonly persons: string;
}

/** Asks for a disclosure: why, on which paper, to whom, which fields of whom, and whether they may be told. */
export function NewDisclosure(props: {
  readonly typed: TypedDisclosure;
  readonly errors: FieldErrors;
  readonly tables: ReturnType<typeof listFields>;
}) {
  const { typed, errors, tables } = props;
  const { t } = useWords();
  return (
    <form class="form panel" method="post" action={urls.newDisclosure()} novalidate>
      <Paper typed={typed} errors={errors} />
      <LongField
        name="persons"
        label={t('disclosure.persons')}
        why={t('disclosure.personsWhy')}
        value={typed.persons}
        error={errors.persons}
        rows={3}
        isRequired
      />
      <Fields chosen={typed.fields} tables={tables} error={errors.fields} />
      <LongField
        name="silence"
        label={t('disclosure.silence')}
        why={t('disclosure.silenceWhy')}
        value={typed.silence}
        error={errors.silence}
        rows={2}
        maxLength={2000}
      />
      <Field
        name="silentUntil"
        type="date"
        label={t('disclosure.silentUntil')}
        value={typed.silentUntil}
        error={errors.silentUntil}
        isShort
      />
      <Button data-control="disclosure.ask">{t('disclosure.ask')}</Button>
    </form>
  );
}

/** Why, on which paper, and to whom. */
function Paper({ typed, errors }: { readonly typed: TypedDisclosure; readonly errors: FieldErrors }) {
  const { t } = useWords();
  return (
    <>
      <SelectField
        name="ground"
        label={t('disclosure.ground')}
        value={typed.ground}
        error={errors.ground}
        options={grounds.map((value) => ({ value, label: t(`disclosure.ground.${value}`) }))}
        isRequired
      />
      <Field
        name="recipient"
        label={t('disclosure.recipient')}
        why={t('disclosure.recipientWhy')}
        value={typed.recipient}
        error={errors.recipient}
        maxLength={300}
        isRequired
      />
      <Field
        name="document"
        label={t('disclosure.document')}
        why={t('disclosure.documentWhy')}
        value={typed.document}
        error={errors.document}
        maxLength={300}
        isRequired
      />
      <Field
        name="fingerprint"
        label={t('disclosure.fingerprint')}
        why={t('disclosure.fingerprintWhy')}
        value={typed.fingerprint}
        error={errors.fingerprint}
        maxLength={64}
      />
      <LongField
        name="why"
        label={t('disclosure.why')}
        why={t('disclosure.whyWhy')}
        value={typed.why}
        error={errors.why}
        rows={3}
        maxLength={2000}
        isRequired
      />
    </>
  );
}

function Fields(props: {
  readonly chosen: readonly string[];
  readonly tables: ReturnType<typeof listFields>;
  readonly error: string | undefined;
}) {
  const { chosen, tables, error } = props;
  const { t } = useWords();
  return (
    <fieldset class="desk-field" id="field-fields">
      <legend>{t('disclosure.fields')}</legend>
      <p class="field-why">{t('disclosure.fieldsWhy')}</p>
      {error ? <p class="field-error">{error}</p> : null}
      <div class="acts">
        {tables.map(({ table, holds, fields }) => (
          <details class="act" key={table} open={fields.some((field) => chosen.includes(field))}>
            <summary>{holds}</summary>
            <div class="choices">
              {fields.map((field) => (
                <label class="choice-line" key={field}>
                  <input type="checkbox" name="fields" value={field} checked={chosen.includes(field)} />
                  <span>{field.slice(table.length + 1).replaceAll('_', ' ')}</span>
                </label>
              ))}
            </div>
          </details>
        ))}
      </div>
    </fieldset>
  );
}
