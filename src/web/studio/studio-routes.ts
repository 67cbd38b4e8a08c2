import type { Powers } from '../../powers.ts';
import type { Routes, Site, SiteContext } from '../request/site-context.ts';
import { requireRight } from './require-right.tsx';
import type { StudioRoutes, StudioSite } from './studio-site.ts';

/** The places of the studio. A route of it can't be put in without the action that a right is needed for. */
export const studioPlaces: readonly StudioRoutes[] = [];

/** The studio: where organisations build and host courses. */
export const studioRoutes: Routes = (site, powers) => {
  const studio = guardedSite(site, powers);
  for (const addRoutes of studioPlaces) addRoutes(studio, powers);
};

function guardedSite(site: Site, powers: Powers): StudioSite {
  const adding =
    (method: 'GET' | 'POST'): StudioSite['get'] =>
    (pattern, action, handle) => {
      site.on(method, pattern, async (c) => {
        const place = await requireRight(c as SiteContext, powers, action);
        return place instanceof Response ? place : handle(c as never, place);
      });
    };
  return { get: adding('GET'), post: adding('POST') };
}
