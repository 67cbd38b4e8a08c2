import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createMetrics } from '../../domains/ops/index.ts';
import { createLog } from '../../kernel/log/log.ts';
import { serveHealth, watchRequests } from './health.ts';
import type { Site, Variables } from './site-context.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

function aSite(): { site: Site; lines: string[] } {
  const lines: string[] = [];
  const log = createLog({ write: (text) => lines.push(text), now: () => new Date() });
  const metrics = createMetrics();
  const site: Site = new Hono<{ Variables: Variables }>();
  site.use(watchRequests({ log, metrics }));
  serveHealth(site, { database, metrics });
  site.get('/people/:name', (c) => c.text('here'));
  site.get('/written', (c) => {
    log.info('so that what waits is written');
    return c.text('');
  });
  return { site, lines };
}

it('says that it lives and is ready', async () => {
  const { site } = aSite();
  expect(await (await site.request('/health/live')).text()).toBe('live');
  expect((await site.request('/health/ready')).status).toBe(200);
});

it('says with 503 that it can not serve, and lives all the same', async () => {
  const closed = await aDatabase();
  await closed.close();
  const site: Site = new Hono<{ Variables: Variables }>();
  serveHealth(site, { database: closed, metrics: createMetrics() });
  const answer = await site.request('/health/ready');
  expect([answer.status, await answer.text()]).toEqual([503, 'database-silent']);
  expect((await site.request('/health/live')).status).toBe(200);
});

it('logs and counts the pattern of a route, and never the path', async () => {
  const { site, lines } = aSite();
  await site.request('/people/ada@example.org?token=secret');
  await site.request('/nowhere/ada@example.org');
  await site.request('/written');
  const told = lines.join('') + (await (await site.request('/metrics')).text());
  expect(told).toContain('"route":"/people/:name","method":"GET","status":200');
  expect(told).toContain('mooc_request_duration_seconds_count{route="/people/:name",method="GET",status="2xx"} 1');
  expect(told).toContain('"status":404');
  expect(told).not.toMatch(/ada@|secret|nowhere/);
});
