import { confirmAddress } from '../../../domains/identity/index.ts';
import { nameDevice } from '../../../domains/tracking/index.ts';
import { respondWithForm } from '../../layout/form-page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { readForm } from '../../request/read-form.ts';
import { safeNext } from '../../request/safe-next.ts';
import { beginCookie } from '../../request/session.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';
import { respondNoSuchLink } from '../no-such-link.tsx';

/** The link of the first letter. Opening it changes nothing, since mail programs open links too; its button does. */
export const confirmRoutes: Routes = (site, powers) => {
  site.get('/account/confirm/:secret', (c) => showConfirm(c, c.req.param('secret'), {}));

  site.post('/account/confirm/:secret', async (c) => {
    const secret = c.req.param('secret');
    const account = { what: 'sign-in', who: secret } as const;
    const refusal = await refuseTooMany(c, powers, { what: 'use-link-from' }, account);
    if (refusal) return refusal;
    const { password } = await readForm(c, ['password']);
    const by = { secret, password, device: nameDevice(c.req.header('user-agent') ?? null) };
    const result = await powers.database.write('secure', (w) => confirmAddress(w, by));
    if (result.type === 'refused') {
      if (result.because === 'no-such-link') return respondNoSuchLink(c);
      return showConfirm(c, secret, { password: c.var.words.t('confirm.wrong') });
    }
    beginCookie(c, result.session);
    return c.redirect(urls.signedIn(safeNext(c.req.query('next'), urls.courses())), 303);
  });
};

function showConfirm(c: SiteContext, secret: string, errors: FieldErrors): Response {
  const { t } = c.var.words;
  return respondWithForm(c, {
    title: t('confirm.title'),
    lead: t('confirm.lead'),
    action: urls.confirmAddress(secret, c.req.query('next')),
    errors,
    children: (
      <>
        <Field
          name="password"
          type="password"
          label={t('signUp.password')}
          why={t('confirm.why')}
          error={errors.password}
          autocomplete="current-password"
          isRequired
        />
        <div class="form-actions">
          <Button data-control="sign-up.confirm">{t('confirm.open')}</Button>
          <a href={urls.forgotten()} data-control="sign-up.forgotten">
            {t('confirm.otherPassword')}
          </a>
        </div>
      </>
    ),
  });
}
