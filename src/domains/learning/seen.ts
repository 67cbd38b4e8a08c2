import type { Database } from '../../kernel/database/index.ts';
import type { BlockId, CourseKey } from '../courses/index.ts';
import { type Done, insertCompletions } from './completion-store.ts';
import { type Position, upsertPositions } from './position-store.ts';

const flushAfter_ms = 50;
const most_waiting = 20_000;

/** What a reader saw on a page that just went out. */
export interface Sight {
  readonly personId: string;
  readonly courseKey: CourseKey;
  readonly unitId: BlockId;
  /** Blocks that are done by being seen, and were not before. */
  readonly seen: readonly BlockId[];
}

/**
 * Where sights go in. A page never waits for them: they are written many at a time, a moment later. What a killed
 * process had not written is seen again with the next visit.
 */
export interface SeenIntake {
  note(sight: Sight): void;
  flush(): Promise<void>;
  /** Writes what waits and takes no more: before the database closes. */
  close(): Promise<void>;
}

/** Opens the intake. `onFailed` is told when sights could not be written; they are lost. */
export function createSeenIntake(options: {
  readonly database: Database;
  readonly onFailed: (error: unknown) => void;
}): SeenIntake {
  const { database, onFailed } = options;
  let positions = new Map<string, Position>();
  let done: Done[] = [];
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  let isClosed = false;

  async function writeWaiting(): Promise<void> {
    timer = null;
    if (positions.size === 0) return;
    const [places, blocks] = [[...positions.values()], done];
    positions = new Map();
    done = [];
    try {
      await database.write('provide', async (w) => {
        await upsertPositions(w, places);
        if (blocks.length > 0) await insertCompletions(w, blocks);
      });
    } catch (error) {
      onFailed(error);
    }
  }

  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    writing = writing.then(writeWaiting);
    return writing;
  }

  return {
    note({ personId, courseKey, unitId, seen }) {
      if (isClosed || positions.size >= most_waiting) return;
      positions.set(`${personId} ${courseKey}`, { personId, courseKey, unitId });
      for (const blockId of seen) done.push({ personId, courseKey, blockId });
      timer ??= setTimeout(() => void flush(), flushAfter_ms);
    },
    flush,
    async close() {
      isClosed = true;
      await flush();
    },
  };
}
