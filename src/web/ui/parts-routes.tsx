import { respondWithPage } from '../layout/page.tsx';
import type { Routes } from '../request/site-context.ts';
import { urls } from '../urls.ts';
import { PartsPage } from './parts-page.tsx';

/** All parts in every state, for developers. */
export const partsRoutes: Routes = (site, { config }) => {
  if (!config.isDevelopment) return;
  site.get(urls.parts(), (c) => respondWithPage(c, { title: c.var.words.t('parts.title'), children: <PartsPage /> }));
};
