import { askForNewPassword, setNewPassword } from '../../../domains/identity/index.ts';
import { isMailAddress, normaliseAddress } from '../../../kernel/mail/index.ts';
import { respondWithForm } from '../../layout/form-page.tsx';
import { respondWithNews } from '../../layout/message-page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { readForm } from '../../request/read-form.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { inSteadyTime } from '../../request/steady-time.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';
import { passwordFaultText } from '../field-faults.ts';
import { accountLetters } from '../letters/account-letters.ts';
import { respondNoSuchLink } from '../no-such-link.tsx';

/** A forgotten password: a letter is asked for, and its link sets a new one. Nothing tells who has an account. */
export const newPasswordRoutes: Routes = (site, powers) => {
  const letters = accountLetters(powers.config);

  site.get(urls.forgotten(), (c) => showForgotten(c, '', {}));

  site.post(urls.forgotten(), async (c) => {
    const { email } = await readForm(c, ['email']);
    const address = normaliseAddress(email);
    if (!isMailAddress(address)) return showForgotten(c, email, { email: c.var.words.t('fault.email') });
    const refusal = await refuseTooMany(c, powers, { what: 'forgotten-from' }, { what: 'forgotten', who: address });
    if (refusal) return refusal;
    await inSteadyTime(powers.database.write('secure', (w) => askForNewPassword(w, address, letters)));
    return c.redirect(urls.forgottenSent(), 303);
  });

  site.get(urls.forgottenSent(), (c) => {
    const { t } = c.var.words;
    return respondWithNews(c, { title: t('signUp.sent'), text: t('forgotten.sentText') });
  });

  site.get('/account/new-password/:secret', (c) => showNewPassword(c, {}));

  site.post('/account/new-password/:secret', async (c) => {
    const refusal = await refuseTooMany(c, powers, { what: 'use-link-from' });
    if (refusal) return refusal;
    const { password } = await readForm(c, ['password']);
    const form = { secret: c.req.param('secret'), password };
    const result = await powers.database.write('secure', (w) => setNewPassword(w, form, letters));
    if (result.type === 'changed') return showChanged(c);
    if (result.because === 'no-such-link') return respondNoSuchLink(c);
    return showNewPassword(c, { password: passwordFaultText(c.var.words, result.fault) });
  });
};

function showForgotten(c: SiteContext, email: string, errors: FieldErrors): Response {
  const { t } = c.var.words;
  return respondWithForm(c, {
    title: t('forgotten.title'),
    lead: t('forgotten.lead'),
    action: urls.forgotten(),
    errors,
    children: (
      <>
        <Field
          name="email"
          type="email"
          label={t('signUp.email')}
          error={errors.email}
          value={email}
          autocomplete="username"
          isRequired
        />
        <Button data-control="forgotten.send">{t('forgotten.send')}</Button>
      </>
    ),
  });
}

function showNewPassword(c: SiteContext, errors: FieldErrors): Response {
  const { t } = c.var.words;
  return respondWithForm(c, {
    title: t('newPassword.title'),
    lead: t('newPassword.lead'),
    action: urls.newPassword(c.req.param('secret') ?? ''),
    errors,
    children: (
      <>
        <Field
          name="password"
          type="password"
          label={t('newPassword.new')}
          why={t('signUp.passwordWhy')}
          error={errors.password}
          autocomplete="new-password"
          isRequired
        />
        <Button data-control="new-password.set">{t('newPassword.set')}</Button>
      </>
    ),
  });
}

function showChanged(c: SiteContext): Response {
  const { t } = c.var.words;
  const more = (
    <p>
      <ButtonLink href={urls.signIn()} data-control="new-password.sign-in">
        {t('site.signIn')}
      </ButtonLink>
    </p>
  );
  return respondWithNews(c, { title: t('newPassword.done'), text: t('newPassword.doneText'), more });
}
