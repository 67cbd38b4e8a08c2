import { urls } from '../urls.ts';
import type { SiteContext } from './site-context.ts';

/** Sends somebody who must be signed in to the door, and afterwards back to the page that they asked for. */
export function toSignIn(c: SiteContext): Response {
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(urls.signIn(c.req.method === 'GET' ? pathname + search : undefined), 303);
}
