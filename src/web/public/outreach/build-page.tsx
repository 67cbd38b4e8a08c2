import { askedFields, type FormField, type InquiryForm, longFields } from '../../../domains/outreach/index.ts';
import { countryCodes } from '../../account/profile/country-codes.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary, type FieldErrors } from '../../ui/error-summary.tsx';
import { CheckField, Field, LongField, SelectField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { urls } from '../../urls.ts';
import { fieldNameIn, type Given, trapField } from './build-form.ts';

/** The form that was sent and could not be taken. */
export interface Returned {
  readonly formKey: string;
  readonly given: Given;
  readonly wantsUpdates: boolean;
  readonly errors: FieldErrors;
}

export interface BuildView {
  readonly forms: readonly InquiryForm[];
  readonly returned: Returned | null;
}

/** Three forms on one page, each behind its heading; opening one needs no script. */
export function BuildPage({ view: { forms, returned } }: { readonly view: BuildView }) {
  const { t } = useWords();
  return (
    <div class="column stack-wide">
      <header class="stack">
        <h1>{t('build.title')}</h1>
        <p class="lead">{t('build.lead')}</p>
      </header>
      <ErrorSummary errors={returned?.errors ?? {}} />
      {forms.length === 0 ? <EmptyState title={t('build.none')} text={t('build.noneText')} /> : null}
      <div class="stack">
        {forms.map((form) => (
          <Inquiry key={form.key} form={form} returned={returned?.formKey === form.key ? returned : null} />
        ))}
      </div>
      <section class="stack">
        <h2>{t('build.next')}</h2>
        <ol class="steps">
          <li>{t('build.next.confirm')}</li>
          <li>{t('build.next.read')}</li>
          <li>{t('build.next.open')}</li>
        </ol>
        <p class="soft">
          {t('build.signedUpAlready')}{' '}
          <a href={urls.askForMySignUp()} data-control="build.mine">
            {t('build.toMine')}
          </a>
        </p>
      </section>
    </div>
  );
}

function Inquiry({ form, returned }: { readonly form: InquiryForm; readonly returned: Returned | null }) {
  const { t } = useWords();
  return (
    <details class="inquiry" name="inquiry" id={form.key} open={returned !== null}>
      <summary>
        <span class="stack-tight">
          <span class="inquiry-audience">{form.audience}</span>
          <span class="soft">{form.lead}</span>
        </span>
        <Icon name="next" />
      </summary>
      <form class="form" method="post" action={urls.inquiry(form.key)} novalidate>
        {askedFields(form).map((field) => (
          <Answer key={field.name} form={form} field={field} returned={returned} />
        ))}
        <CheckField
          name={fieldNameIn(form, 'updates')}
          label={t('build.updates')}
          why={t('build.updatesWhy')}
          isChecked={returned?.wantsUpdates ?? false}
        />
        <div class="trap" aria-hidden="true">
          <label for={`trap-${form.key}`}>{t('build.trap')}</label>
          <input id={`trap-${form.key}`} name={fieldNameIn(form, trapField)} tabIndex={-1} autocomplete="off" />
        </div>
        <p class="soft small">
          {t('build.privacy')}{' '}
          <a href={urls.document('privacy')} data-control="build.privacy">
            {t('site.privacy')}
          </a>
        </p>
        <Button data-control="build.send">{t('build.send')}</Button>
      </form>
    </details>
  );
}

const autocomplete: Readonly<Record<string, string>> = {
  name: 'name',
  email: 'email',
  organisation: 'organization',
  role: 'organization-title',
};

function Answer({
  form,
  field: { name, label, why, isRequired },
  returned,
}: {
  readonly form: InquiryForm;
  readonly field: FormField;
  readonly returned: Returned | null;
}) {
  const inForm = fieldNameIn(form, name);
  const props = {
    name: inForm,
    label,
    why,
    isRequired,
    error: returned?.errors[inForm],
    value: returned?.given[name] ?? '',
  };
  if (name === 'country') return <Country {...props} />;
  if (longFields.includes(name)) return <LongField rows={5} {...props} />;
  return <Field {...props} type={name === 'email' ? 'email' : 'text'} autocomplete={autocomplete[name]} />;
}

function Country(props: Omit<Parameters<typeof SelectField>[0], 'options'>) {
  const { t, language } = useWords();
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const countries = countryCodes.map((value) => ({ value, label: names.of(value) ?? value }));
  countries.sort((a, b) => a.label.localeCompare(b.label, language));
  return <SelectField {...props} options={[{ value: '', label: t('profile.notSaid') }, ...countries]} />;
}
