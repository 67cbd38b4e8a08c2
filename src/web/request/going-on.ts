import type { MiddlewareHandler } from 'hono';
import { acknowledge, findNews } from '../../domains/policy/index.ts';
import type { Powers } from '../../powers.ts';
import { urls } from '../urls.ts';
import type { SiteContext, Variables } from './site-context.ts';

/** Says what every page tells of new documents. */
export function tellNews({ database, documents }: Powers): MiddlewareHandler<{ Variables: Variables }> {
  const { now } = database.read('provide');
  return async (c, next) => {
    c.set('news', findNews(documents, now()));
    await next();
  };
}

/** Records that whoever opened a page was told of the documents by it: at their first access to the versions that hold. */
export function recordGoingOn(powers: Powers): MiddlewareHandler<{ Variables: Variables }> {
  return async (c, next) => {
    await next();
    const isPage = c.res.status === 200 && c.res.headers.get('content-type')?.startsWith('text/html');
    if (c.req.method === 'GET' && isPage) await noteGoingOn(c, powers);
  };
}

/**
 * The same for a page that goes its own way. The page itself was opened before they were told, so it is not observed. What
 * can't be recorded is at the next page.
 */
export async function noteGoingOn(c: SiteContext, { database, documents, log }: Powers): Promise<void> {
  const { reader } = c.var;
  if (reader?.standing !== 'not-shown') return;
  await database
    .write('provide', (w) => acknowledge(w, reader.personId, documents, 'going-on'))
    .catch((error) => log.fault('who was told of the documents could not be recorded', error));
}

/**
 * Courses take nothing more from who does not agree with the documents: they are shown their ways from there. To leave
 * a course is one of those.
 */
export const heedDisagreement: MiddlewareHandler<{ Variables: Variables }> = async (c, next) => {
  const isGiving = c.req.method === 'POST' && /^\/learn\/[^/]+\/(?!leave$)/.test(c.req.path);
  if (isGiving && c.var.reader?.standing === 'disagrees') return c.redirect(urls.disagree(), 303);
  return next();
};
