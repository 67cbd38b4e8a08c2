import type { MiddlewareHandler } from 'hono';
import { respondNotFound } from '../../layout/message-page.tsx';
import { operatorsOnly } from '../../request/operators-only.ts';
import { isRowId } from '../../request/row-id.ts';
import type { Routes, Variables } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { formsRoutes } from './forms-routes.tsx';
import { inquiriesRoutes } from './inquiries-routes.tsx';
import { inquiryRoutes } from './inquiry-routes.tsx';
import { mailingsRoutes } from './mailings-routes.tsx';
import { openingRoutes } from './opening-routes.tsx';
import { pagesRoutes } from './pages-routes.tsx';
import { templatesRoutes } from './templates-routes.tsx';

/** The operators' desk for those who want to host, and how the site writes to them. Nobody else comes past the door. */
export const deskRoutes: Routes = (site, powers) => {
  site.use(`${urls.desk()}/*`, operatorsOnly);
  for (const place of ['inquiries', 'mailings']) site.use(`${urls.desk()}/${place}/:id/*`, rowsOnly);
  for (const addRoutes of [
    inquiriesRoutes,
    inquiryRoutes,
    formsRoutes,
    templatesRoutes,
    mailingsRoutes,
    pagesRoutes,
    openingRoutes,
  ])
    addRoutes(site, powers);
};

/** What is no id of a row is no page, and the database need not be asked. */
const rowsOnly: MiddlewareHandler<{ Variables: Variables }> = async (c, next) =>
  isRowId(c.req.param('id') ?? '') ? next() : respondNotFound(c);
