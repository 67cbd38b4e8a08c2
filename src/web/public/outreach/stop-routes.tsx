import { findStopLink, stopMailings } from '../../../domains/outreach/index.ts';
import { respondWithForm } from '../../layout/form-page.tsx';
import { respondWithNews } from '../../layout/message-page.tsx';
import { readForm } from '../../request/read-form.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { Button } from '../../ui/button.tsx';
import { urls } from '../../urls.ts';

/** The end of mailings: by the link in each, or by the button of a mail program, which posts here without asking (RFC 8058). */
export const stopRoutes: Routes = (site, { database }) => {
  site.get('/mail/stop/:secret', async (c) => {
    const secret = c.req.param('secret');
    const link = await findStopLink(database.read('contact'), secret);
    if (!link) return respondNoSuchLink(c);
    if (!link.getsUpdates) return respondStopped(c);
    const { t } = c.var.words;
    c.header('referrer-policy', 'no-referrer');
    return respondWithForm(c, {
      title: t('stop.title'),
      lead: t('stop.lead'),
      action: urls.stopMailings(secret),
      children: <Button data-control="mailing.stop">{t('mailing.stop')}</Button>,
    });
  });

  site.post('/mail/stop/:secret', async (c) => {
    const form = await readForm(c, ['List-Unsubscribe']);
    const by = form['List-Unsubscribe'] === 'One-Click' ? 'one click' : 'link';
    const result = await database.write('contact', (w) => stopMailings(w, c.req.param('secret'), by));
    return result.type === 'stopped' ? respondStopped(c) : respondNoSuchLink(c);
  });
};

function respondStopped(c: SiteContext): Response {
  const { t } = c.var.words;
  return respondWithNews(c, { title: t('stop.done'), text: t('stop.doneText') });
}

function respondNoSuchLink(c: SiteContext): Response {
  const { t } = c.var.words;
  return respondWithNews(c, { title: t('link.gone'), text: t('stop.gone') }, 404);
}
