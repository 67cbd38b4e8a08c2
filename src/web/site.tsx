import { Hono } from 'hono';
import type { Powers } from '../powers.ts';
import { wordsFor } from './i18n.ts';
import { respondNotFound, respondWithMessage } from './layout/message-page.tsx';
import { markRoutes } from './public/mark/mark-routes.ts';
import { partsRoutes } from './ui/parts-routes.tsx';
import { homeRoutes } from './public/home/home-routes.tsx';
import { type BrowserFiles, serveBrowserFiles } from './request/browser-files.ts';
import { sameOriginOnly } from './request/same-origin.ts';
import { securityHeaders } from './request/security-headers.ts';
import type { Routes, Site, Variables } from './request/site-context.ts';

/** The URL table: each place puts its own addresses in; `urls.ts` names them all. */
const places: readonly Routes[] = [homeRoutes, markRoutes, partsRoutes];

/** The whole site as one function from request to response. */
export function createSite(powers: Powers, browserFiles: BrowserFiles): Site {
  const site: Site = new Hono<{ Variables: Variables }>();
  site.use(securityHeaders);
  serveBrowserFiles(site, browserFiles);
  site.use(async (c, next) => {
    c.set('words', wordsFor(c.req.header('accept-language') ?? null));
    c.set('siteName', powers.config.siteName);
    c.set('assets', browserFiles.assets);
    c.set('reader', null);
    await next();
  });
  site.use(sameOriginOnly((c) => respondWithMessage(c, 403, 'error.crossSite.title', 'error.crossSite.text')));
  for (const addRoutes of places) addRoutes(site, powers);
  site.notFound((c) => respondNotFound(c));
  site.onError((error, c) => {
    powers.log.fault('request failed', error, { route: c.req.routePath });
    return respondWithMessage(c, 500, 'error.fault.title', 'error.fault.text');
  });
  return site;
}
