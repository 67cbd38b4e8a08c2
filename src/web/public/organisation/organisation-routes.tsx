import { searchCatalog, wholeCatalog } from '../../../domains/catalog/index.ts';
import { findOrganisation, findOrganisationByHost, type Organisation } from '../../../domains/organisations/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { readPage } from '../../request/read-page.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { courseCardView } from '../course-card-view.ts';
import { OrganisationPage } from './organisation-page.tsx';

/** An organisation's place for everybody: at its path, and at the front of a host name of its own. */
export const organisationRoutes: Routes = (site, powers) => {
  site.get('/organisations/:key', async (c) => {
    const organisation = await findOrganisation(powers.database.read('provide'), c.req.param('key'));
    return organisation?.state === 'open' ? show(c, powers, organisation) : respondNotFound(c);
  });

  site.get(urls.home(), async (c, next) => {
    const host = hostOf(c);
    if (host === null || host === siteHostOf(powers)) return next();
    const organisation = await findOrganisationByHost(powers.database.read('provide'), host);
    return organisation?.state === 'open' ? show(c, powers, organisation) : next();
  });
};

/** The host name that was asked for. No more than a choice of what to show: no link and no letter is made of it. */
function hostOf(c: SiteContext): string | null {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : null;
}

function siteHostOf({ config }: Powers): string | null {
  return config.origin === null ? null : new URL(config.origin).hostname;
}

async function show(c: SiteContext, { database }: Powers, organisation: Organisation): Promise<Response> {
  const { words } = c.var;
  const r = database.read('provide');
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
  const styles = organisation.accent ? [urls.theme(organisation.accent)] : [];
  return respondWithPage(c, { title: organisation.name, styles, children: <OrganisationPage view={view} /> });
}
