import { listChoices, searchCatalog, wholeCatalog } from '../../../domains/catalog/index.ts';
import { respondWithPage } from '../../layout/page.tsx';
import type { Routes } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { courseCardView } from '../course-card-view.ts';
import { HomePage } from './home-page.tsx';

const most_courses = 6;
const most_organisations = 24;

export const homeRoutes: Routes = (site, { database }) => {
  site.get(urls.home(), async (c) => {
    const { words } = c.var;
    const r = database.read('provide');
    const [{ entries, found }, { organisations }] = await Promise.all([searchCatalog(r, wholeCatalog), listChoices(r)]);
    const view = {
      courses: entries.slice(0, most_courses).map((entry) => courseCardView(entry, words, r.now())),
      found,
      organisations: organisations
        .slice(0, most_organisations)
        .map(({ value, label, courses }) => ({ key: value, name: label, courses })),
    };
    return respondWithPage(c, { title: words.t('home.title'), children: <HomePage view={view} /> });
  });
};
