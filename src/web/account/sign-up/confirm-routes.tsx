import { confirmAddress } from '../../../domains/identity/index.ts';
import { nameDevice } from '../../../domains/tracking/index.ts';
import { respondWithForm } from '../../layout/form-page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { safeNext } from '../../request/safe-next.ts';
import { beginCookie } from '../../request/session.ts';
import type { Routes } from '../../request/site-context.ts';
import { Button } from '../../ui/button.tsx';
import { urls } from '../../urls.ts';
import { respondNoSuchLink } from '../no-such-link.tsx';

/** The link of the first letter. Opening it changes nothing, since mail programs open links too; its button does. */
export const confirmRoutes: Routes = (site, powers) => {
  site.get('/account/confirm/:secret', (c) => {
    const { t } = c.var.words;
    return respondWithForm(c, {
      title: t('confirm.title'),
      lead: t('confirm.lead'),
      action: urls.confirmAddress(c.req.param('secret'), c.req.query('next')),
      children: <Button data-control="sign-up.confirm">{t('confirm.open')}</Button>,
    });
  });

  site.post('/account/confirm/:secret', async (c) => {
    const refusal = await refuseTooMany(c, powers, { what: 'use-link-from' });
    if (refusal) return refusal;
    const by = { secret: c.req.param('secret'), device: nameDevice(c.req.header('user-agent') ?? null) };
    const result = await powers.database.write('secure', (w) => confirmAddress(w, by));
    if (result.type === 'refused') return respondNoSuchLink(c);
    beginCookie(c, result.session);
    return c.redirect(urls.signedIn(safeNext(c.req.query('next'), urls.courses())), 303);
  });
};
