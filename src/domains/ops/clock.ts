import type { Database } from '../../kernel/database/index.ts';
import { findDoneAt, lockWork, recordDone } from './ops-store.ts';

/** A piece of work that time asks for: a term that ends, a letter that is due. Its verb comes from the house. */
export interface TimedWork {
  readonly name: string;
  readonly every_ms: number;
  /** Does what is due and gives how many. Runs in transactions of its own, so that a long list is no long transaction. */
  run(): Promise<number>;
}

/** Told how each piece of work went, for the log and the metrics. */
export interface WorkWatcher {
  onDone(name: string, count: number): void;
  onFailed(name: string, error: unknown): void;
}

/**
 * Does each piece of work that is due and that no other process is at. When it was done stands in the database, so
 * many processes share one clock. One that fails does not keep the others from their turn, and is tried at the next.
 */
export async function runDueWork(database: Database, works: readonly TimedWork[], watcher: WorkWatcher): Promise<void> {
  for (const work of works) {
    try {
      const count = await runIfDue(database, work);
      if (count !== null) watcher.onDone(work.name, count);
    } catch (error) {
      watcher.onFailed(work.name, error);
    }
  }
}

/** @returns how many, or null when it was not due or another process is at it */
function runIfDue(database: Database, work: TimedWork): Promise<number | null> {
  return database.write('provide', async (w) => {
    if (!(await lockWork(w, work.name))) return null;
    const done_at = await findDoneAt(w, work.name);
    const now = w.now();
    if (done_at && now.getTime() - done_at.getTime() < work.every_ms) return null;
    const count = await work.run();
    await recordDone(w, work.name, now);
    return count;
  });
}

/** Looks for due work now and then. */
export interface WorkClock {
  /** Starts no more, and waits for what runs. */
  stop(): Promise<void>;
}

/** Runs due work at once and then every `tick_ms`, one look at a time. Does not keep the process alive. */
export function startClock(
  database: Database,
  works: readonly TimedWork[],
  watcher: WorkWatcher,
  tick_ms: number,
): WorkClock {
  let running: Promise<void> = Promise.resolve();
  let isRunning = false;
  const look = () => {
    if (isRunning) return;
    isRunning = true;
    running = runDueWork(database, works, watcher).finally(() => {
      isRunning = false;
    });
  };
  look();
  const timer = setInterval(look, tick_ms).unref();
  return {
    stop: () => {
      clearInterval(timer);
      return running;
    },
  };
}
