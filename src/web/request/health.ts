import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { checkReady } from '../../domains/ops/index.ts';
import type { Powers } from '../../powers.ts';
import { urls } from '../urls.ts';
import type { Site, Variables } from './site-context.ts';

const fresh = { 'cache-control': 'no-store' };
const prometheusText = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' };

/** For whoever watches over the site: does it live, can it serve, what does it count. Nothing here is about a person. */
export function serveHealth(site: Site, { database, metrics }: Pick<Powers, 'database' | 'metrics'>): void {
  site.get(urls.live(), (c) => c.text('live', 200, fresh));
  site.get(urls.ready(), async (c) => {
    const readiness = await checkReady(database.read('provide'));
    return readiness.type === 'ready' ? c.text('ready', 200, fresh) : c.text(readiness.because, 503, fresh);
  });
  site.get(urls.metrics(), async (c) => c.body(await metrics.text(), 200, { ...fresh, ...prometheusText }));
}

/** Logs and counts each request by the pattern of its route, never by the address asked for. */
export function watchRequests({
  log,
  metrics,
}: Pick<Powers, 'log' | 'metrics'>): MiddlewareHandler<{ Variables: Variables }> {
  return async (c, next) => {
    const begun = performance.now();
    await next();
    const duration_ms = Math.round((performance.now() - begun) * 1000) / 1000;
    const request = { route: routePath(c), method: c.req.method, status: c.res.status, duration_ms };
    log.request(request);
    metrics.countRequest(request);
  };
}
