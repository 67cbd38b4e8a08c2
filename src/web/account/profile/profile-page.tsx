import { longestName_chars } from '../../../domains/identity/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldErrors } from '../../ui/error-summary.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import { AccountFrame } from '../account-frame.tsx';
import { countryCodes } from './country-codes.ts';
import { type ProfileForm, profileReasons } from './profile-form.ts';

export interface ProfileView {
  readonly form: ProfileForm;
  readonly errors: FieldErrors;
  readonly isStored: boolean;
  /** The languages that the interface speaks. */
  readonly languages: readonly string[];
}

export function ProfilePage({ view }: { readonly view: ProfileView }) {
  const { t } = useWords();
  const { form, errors, isStored } = view;
  return (
    <AccountFrame place="profile" title={t('profile.title')} lead={t('profile.lead')}>
      {isStored ? (
        <Notice tone="good" isNews>
          <p>{t('profile.stored')}</p>
        </Notice>
      ) : null}
      <ErrorSummary errors={errors} />
      <form class="form form-narrow" method="post" action={urls.profile()} novalidate>
        <Field
          name="name"
          label={t('signUp.name')}
          why={t(profileReasons.name)}
          error={errors.name}
          value={form.name}
          autocomplete="name"
          maxLength={longestName_chars}
          isRequired
        />
        <Reading view={view} />
        <About form={form} errors={errors} />
        <Button data-control="profile.store">{t('profile.store')}</Button>
      </form>
    </AccountFrame>
  );
}

/** How the site speaks to them. */
function Reading({ view: { form, errors, languages } }: { readonly view: ProfileView }) {
  const { t, language } = useWords();
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  return (
    <>
      <SelectField
        name="language"
        label={t('profile.language')}
        why={t(profileReasons.language)}
        error={errors.language}
        value={form.language}
        options={[
          { value: '', label: t('profile.asBrowser') },
          ...languages.map((value) => ({ value, label: names.of(value) ?? value })),
        ]}
      />
      <SelectField
        name="timeZone"
        label={t('profile.timeZone')}
        why={t(profileReasons.timeZone)}
        error={errors.timeZone}
        value={form.timeZone}
        options={[
          { value: '', label: t('profile.noZone') },
          ...zones.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
        ]}
      />
    </>
  );
}

/** What they may say about themselves (P4). */
function About({ form, errors }: Pick<ProfileView, 'form' | 'errors'>) {
  const { t, language } = useWords();
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const countries = countryCodes.map((value) => ({ value, label: names.of(value) ?? value }));
  countries.sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <>
      <SelectField
        name="country"
        label={t('profile.country')}
        why={t(profileReasons.country)}
        error={errors.country}
        value={form.country}
        options={[{ value: '', label: t('profile.notSaid') }, ...countries]}
      />
      <Field
        name="birthYear"
        label={t('profile.birthYear')}
        why={t(profileReasons.birthYear)}
        error={errors.birthYear}
        value={form.birthYear}
        inputmode="numeric"
        autocomplete="bday-year"
        maxLength={4}
        isShort
      />
      <Field
        name="gender"
        label={t('profile.gender')}
        why={t(profileReasons.gender)}
        error={errors.gender}
        value={form.gender}
        autocomplete="sex"
        maxLength={100}
      />
      <Field
        name="occupation"
        label={t('profile.occupation')}
        why={t(profileReasons.occupation)}
        error={errors.occupation}
        value={form.occupation}
        autocomplete="organization-title"
        maxLength={100}
      />
    </>
  );
}
