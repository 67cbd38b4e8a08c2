import type { MiddlewareHandler } from 'hono';
import { respondNotFound } from '../../layout/message-page.tsx';
import { operatorsOnly } from '../../request/operators-only.ts';
import { isRowId } from '../../request/row-id.ts';
import type { Routes, Variables } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { routesForTemplates } from '../outreach/templates-routes.tsx';
import { breachesRoutes, breachRoutes } from './breaches-routes.tsx';
import { disclosureRoutes, disclosuresRoutes } from './disclosures-routes.tsx';
import { holdRoutes, holdsRoutes } from './holds-routes.tsx';
import { respondWithPrivacyDesk } from './privacy-frame.tsx';
import { requestRoutes } from './request-routes.tsx';
import { requestsRoutes } from './requests-routes.tsx';

/** The privacy desk: what people ask about their data, what leaves the house, and what went wrong. For operators alone. */
export const privacyRoutes: Routes = (site, powers) => {
  site.use(urls.privacyDesk(), operatorsOnly);
  site.use(`${urls.privacyDesk()}/*`, operatorsOnly);
  for (const addRoutes of [requestsRoutes, disclosuresRoutes, holdsRoutes, breachesRoutes]) addRoutes(site, powers);
  for (const place of ['requests', 'disclosures', 'holds', 'breaches']) {
    site.use(`${urls.privacyDesk()}/${place}/:id`, rowsOnly);
    site.use(`${urls.privacyDesk()}/${place}/:id/*`, rowsOnly);
  }
  for (const addRoutes of [requestRoutes, disclosureRoutes, holdRoutes, breachRoutes, templates])
    addRoutes(site, powers);
};

const templates = routesForTemplates({
  desk: 'privacy',
  address: urls.privacyTemplates(),
  removeAddress: urls.removePrivacyTemplate(),
  lead: 'privacy.templatesLead',
  places: 'privacy.templatePlaces',
  respond: (c, props) => respondWithPrivacyDesk(c, { place: 'templates', ...props }),
});

/** What is no id of a row is no page, and the database need not be asked. */
const rowsOnly: MiddlewareHandler<{ Variables: Variables }> = async (c, next) =>
  isRowId(c.req.param('id') ?? '') ? next() : respondNotFound(c);
