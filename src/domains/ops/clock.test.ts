import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { runDueWork, startClock, type TimedWork, type WorkWatcher } from './index.ts';

const hour_ms = 3_600_000;

let database: TestDatabase;
let now = new Date('2026-11-24T00:00:00Z');
beforeAll(async () => {
  database = await aDatabase({ clock: () => now });
});
afterAll(() => database.close());

let heard: string[];
beforeEach(async () => {
  heard = [];
  await database.asOwner('delete from timed_work');
});

const watcher: WorkWatcher = {
  onDone: (name, count) => heard.push(`${name} ${count}`),
  onFailed: (name, error) => heard.push(`${name}: ${(error as Error).message}`),
};

function work(name: string, run: () => Promise<number> = async () => 1): TimedWork {
  return { name, every_ms: hour_ms, run };
}

it('does work when it is due, and not before', async () => {
  await runDueWork(database, [work('expire')], watcher);
  await runDueWork(database, [work('expire')], watcher);
  expect(heard).toEqual(['expire 1']);
  now = new Date(now.getTime() + hour_ms);
  await runDueWork(database, [work('expire')], watcher);
  expect(heard).toEqual(['expire 1', 'expire 1']);
});

it('lets one process at a time do a piece of work, and leaves the others to their own', async () => {
  let runs = 0;
  const meanwhile = work('once', async () => {
    runs += 1;
    // Another process looks while this one is at it.
    await runDueWork(database, [work('once', async () => ++runs), work('other')], watcher);
    return runs;
  });
  await runDueWork(database, [meanwhile], watcher);
  expect(heard).toEqual(['other 1', 'once 1']);
});

it('goes on after work that fails, and tries it again at the next look', async () => {
  const failing = work('failing', () => Promise.reject(new Error('no')));
  await runDueWork(database, [failing, work('next')], watcher);
  await runDueWork(database, [failing], watcher);
  expect(heard).toEqual(['failing: no', 'next 1', 'failing: no']);
});

it('looks at once, and stops when what runs is done', async () => {
  let finish = () => {};
  const slow = work(
    'slow',
    () =>
      new Promise((resolve) => {
        finish = () => resolve(7);
      }),
  );
  const begun = Promise.withResolvers<void>();
  const clock = startClock(
    database,
    [
      {
        ...slow,
        run: () => {
          begun.resolve();
          return slow.run();
        },
      },
    ],
    watcher,
    hour_ms,
  );
  await begun.promise;
  const stopped = clock.stop();
  expect(heard).toEqual([]);
  finish();
  await stopped;
  expect(heard).toEqual(['slow 7']);
});
