import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { limits, type Turn, takeTurn } from './index.ts';

let now = new Date('2026-11-24T10:00:00Z');
let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase({ clock: () => now });
});
afterAll(() => database.close());

function turn(who: string): Promise<Turn> {
  return database.write('secure', (w) => takeTurn(w, { what: 'sign-in', who }));
}

it('counts turns taken at once, refuses those too many, and opens again when the window closes', async () => {
  const most = limits['sign-in'].most;
  const turns = await Promise.all(Array.from({ length: most + 5 }, () => turn('ada@lake.example')));
  expect(turns.filter((one) => one.type === 'granted')).toHaveLength(most);
  expect(await turn('ADA@lake.example')).toEqual({ type: 'refused', because: 'too-many', retry_after_s: 900 });
  expect(await turn('ben@lake.example')).toEqual({ type: 'granted' });
  now = new Date(now.getTime() + 900_000);
  expect(await turn('ada@lake.example')).toEqual({ type: 'granted' });
});

it('keeps nobody in clear', async () => {
  await turn('chidi@lake.example');
  const rows = await database.asOwner<{ row: string }>('select t::text as row from throttle t');
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain('lake');
});
