import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { checkReady, createMetrics } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

it('is ready while the database answers, and says so when it does not', async () => {
  expect(await checkReady(database.read('provide'))).toEqual({ type: 'ready' });
  const closed = await aDatabase();
  await closed.close();
  expect(await checkReady(closed.read('provide'))).toEqual({ type: 'not-ready', because: 'database-silent' });
});

it('does not wait for ever for a database that hangs', async () => {
  await database.asOwner('select pg_advisory_lock(7)');
  const waits = { name: 'wait', text: 'select pg_advisory_xact_lock_shared(7)' };
  const busy = Array.from({ length: 12 }, () => database.read('provide').connection.named(waits, []));
  expect(await checkReady(database.read('provide'))).toEqual({ type: 'not-ready', because: 'database-silent' });
  await database.asOwner('select pg_advisory_unlock(7)');
  await Promise.all(busy);
});

it('counts requests by the pattern of their route', async () => {
  const metrics = createMetrics();
  metrics.countRequest({ route: '/courses/:course', method: 'GET', status: 200, duration_ms: 3 });
  metrics.countRequest({ route: '/courses/:course', method: 'GET', status: 204, duration_ms: 30 });
  metrics.countFault();
  metrics.countWork('expire', 'done', new Date('2026-11-24T00:00:00Z'));
  const text = await metrics.text();
  const labels = 'route="/courses/:course",method="GET",status="2xx"';
  expect(text).toContain(`mooc_request_duration_seconds_bucket{le="0.005",${labels}} 1`);
  expect(text).toContain(`mooc_request_duration_seconds_count{${labels}} 2`);
  expect(text).toContain('mooc_faults_total 1');
  expect(text).toContain('mooc_timed_work_done_timestamp_seconds{work="expire"} 1795478400');
  expect(text).toContain('mooc_process_resident_memory_bytes');
});
