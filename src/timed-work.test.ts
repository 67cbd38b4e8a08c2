import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../test/support/test-database.ts';
import { runDueWork } from './domains/ops/index.ts';
import { listTimedWork } from './timed-work.ts';

const now = new Date('2026-11-24T09:00:00Z');
const ada = '018f0000-0000-7000-8000-000000000001';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase({ clock: () => now });
});
afterAll(() => database.close());

it('does all that is due, each with the powers that it has', async () => {
  await database.asOwner(
    `insert into person (id, handle, email, name, registered_at) values ($1, 'ada', 'ada@example.org', 'Ada', '2026-11-01')`,
    [ada],
  );
  await database.asOwner(
    `insert into session (id, token_hash, person_id, created_at, seen_at, expires_at)
     values (gen_random_uuid(), '\\x01', $1, '2026-11-01', '2026-11-01', '2026-11-24T08:59:59Z')`,
    [ada],
  );
  const works = listTimedWork(database, null);
  const heard: string[] = [];
  await runDueWork(database, works, {
    onDone: (name, count) => heard.push(`${name}: ${count}`),
    onFailed: (name, error) => heard.push(`${name} failed: ${(error as Error).message}`),
  });
  expect(heard).toEqual([
    'append to the ledger: 0',
    'end terms: 1',
    'forget what a yes was taken back for: 0',
    'erase who asked for it: 0',
    'forget lone contacts: 0',
  ]);
  expect(await database.asOwner('select id from person')).toEqual([]);
});
