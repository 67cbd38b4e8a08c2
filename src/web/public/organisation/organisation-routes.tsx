import { searchCatalog, wholeCatalog } from '../../../domains/catalog/index.ts';
import { findOrganisation } from '../../../domains/organisations/index.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { readPage } from '../../request/read-page.ts';
import type { Routes } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { courseCardView } from '../course-card-view.ts';
import { OrganisationPage } from './organisation-page.tsx';

export const organisationRoutes: Routes = (site, { database }) => {
  site.get('/organisations/:key', async (c) => {
    const { words } = c.var;
    const r = database.read('provide');
    const organisation = await findOrganisation(r, c.req.param('key'));
    if (!organisation) return respondNotFound(c);
    const query = { ...wholeCatalog, organisationKey: organisation.key, page: readPage(c.req.query('page')) };
    const { entries, found, page, pages } = await searchCatalog(r, query);
    const view = {
      organisation,
      logoHref: organisation.logoHash ? urls.asset(organisation.logoHash, 'logo') : null,
      courses: entries.map((entry) => courseCardView(entry, words, r.now())),
      found,
      page,
      pages,
    };
    return respondWithPage(c, { title: organisation.name, children: <OrganisationPage view={view} /> });
  });
};
