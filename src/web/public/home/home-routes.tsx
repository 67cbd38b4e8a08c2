import { respondWithPage } from '../../layout/page.tsx';
import type { Routes } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { HomePage } from './home-page.tsx';

export const homeRoutes: Routes = (site) => {
  site.get(urls.home(), (c) => respondWithPage(c, { title: c.var.words.t('home.title'), children: <HomePage /> }));
};
