import type { HoldForm, listHoldable } from '../../../domains/disclosure/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field, LongField, SelectField } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';

/** A hold as it is typed. */
export interface TypedHold extends HoldForm {
  readonly email: string;
}

/** Asks for a hold: on which paper, whose data, which of them, until when, and whether they may be told. */
export function NewHold(props: {
  readonly typed: TypedHold;
  readonly errors: FieldErrors;
  readonly tables: ReturnType<typeof listHoldable>;
}) {
  const { typed, errors, tables } = props;
  const { t } = useWords();
  return (
    <form class="form panel" method="post" action={urls.newHold()} novalidate>
      <LongField
        name="ground"
        label={t('disclosure.ground')}
        why={t('hold.groundWhy')}
        value={typed.ground}
        error={errors.ground}
        rows={3}
        maxLength={2000}
        isRequired
      />
      <Field
        name="email"
        type="email"
        label={t('hold.whose')}
        value={typed.email}
        error={errors.email}
        maxLength={320}
        isRequired
      />
      <fieldset class="desk-field" id="field-tables">
        <legend>{t('hold.tables')}</legend>
        <p class="field-why">{t('hold.tablesWhy')}</p>
        {errors.tables ? <p class="field-error">{errors.tables}</p> : null}
        <div class="choices">
          {tables.map(({ table, holds }) => (
            <label class="choice-line" key={table}>
              <input type="checkbox" name="tables" value={table} checked={typed.tables.includes(table)} />
              <span>{holds}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        name="endsOn"
        type="date"
        label={t('hold.endsOn')}
        why={t('hold.endsOnWhy')}
        value={typed.endsOn}
        error={errors.endsOn}
        isShort
        isRequired
      />
      <Telling typed={typed} errors={errors} />
      <Button data-control="hold.ask">{t('hold.ask')}</Button>
    </form>
  );
}

function Telling({ typed, errors }: { readonly typed: TypedHold; readonly errors: FieldErrors }) {
  const { t } = useWords();
  return (
    <>
      <SelectField
        name="telling"
        label={t('hold.telling')}
        value={typed.telling}
        error={errors.telling}
        options={(['', 'now', 'later'] as const).map((value) => ({
          value,
          label: t(`hold.telling.${value || 'choose'}`),
        }))}
        isRequired
      />
      <LongField
        name="silence"
        label={t('hold.silence')}
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
    </>
  );
}
