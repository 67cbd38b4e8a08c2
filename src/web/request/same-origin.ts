import type { MiddlewareHandler } from 'hono';
import type { SiteContext, Variables } from './site-context.ts';

/**
 * What takes a POST from elsewhere: mail programs end mailings (RFC 8058), and graders outside fetch and judge answers.
 * The secret in the address or in the header is the leave; no session is asked for.
 */
const openToAll = /^\/(mail\/stop\/[^/]+|api\/v1\/grading\/[^/]+)$/;

/**
 * Lets a request that changes something pass only when the browser says that it comes from our own pages
 * (`Sec-Fetch-Site`, and `Origin` for browsers without it). Every browser sends one of the two with a form; a request
 * with neither is refused.
 */
export function sameOriginOnly(refuse: (c: SiteContext) => Response): MiddlewareHandler<{ Variables: Variables }> {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || isFromHere(c.req.raw)) return next();
    if (openToAll.test(c.req.path)) return next();
    return refuse(c);
  };
}

function isFromHere(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  const host = request.headers.get('host') ?? new URL(request.url).host;
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}
