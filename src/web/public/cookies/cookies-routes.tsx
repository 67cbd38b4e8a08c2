import { sessionTerms } from '../../../domains/identity/index.ts';
import { respondWithPage } from '../../layout/page.tsx';
import { type CookieKey, cookies, nameInBrowser } from '../../request/cookies.ts';
import type { Routes } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { CookiesPage } from './cookies-page.tsx';

/** Help on cookies, made from the list that alone can set one; and what the site does on Global Privacy Control. */
export const cookiesRoutes: Routes = (site) => {
  const keys = Object.keys(cookies) as CookieKey[];
  const views = keys.map((key) => ({ key, name: nameInBrowser(key), keep_days: cookies[key].keep_days }));

  site.get(urls.cookies(), (c) =>
    respondWithPage(c, {
      title: c.var.words.t('cookies.title'),
      children: <CookiesPage cookies={views} idle_days={sessionTerms.idle_days} />,
    }),
  );

  // Global Privacy Control, section 4: that the signal is honoured, and since when this says so.
  site.get(urls.gpc(), (c) => c.json({ gpc: true, lastUpdate: '2026-11-24' }));
};
