import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';

export function SignInFields({
  next,
  email,
  errors,
}: {
  /** Where to go afterwards: an address of this site. */
  readonly next: string;
  readonly email: string;
  readonly errors: FieldErrors;
}) {
  const { t } = useWords();
  return (
    <>
      <input type="hidden" name="next" value={next} />
      <Field
        name="email"
        type="email"
        label={t('signUp.email')}
        error={errors.email}
        value={email}
        autocomplete="username"
        isRequired
      />
      <Field name="password" type="password" label={t('signUp.password')} autocomplete="current-password" isRequired />
      <div class="form-actions">
        <Button data-control="sign-in.send">{t('site.signIn')}</Button>
        <a href={urls.forgotten()} data-control="sign-in.forgotten">
          {t('signIn.forgotten')}
        </a>
      </div>
      <p>
        {t('signIn.none')}{' '}
        <a href={urls.signUp()} data-control="sign-in.sign-up">
          {t('site.signUp')}
        </a>
      </p>
    </>
  );
}
