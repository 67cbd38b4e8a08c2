import type { EventRow } from './event-store.ts';
import type { VisitRow } from './visits.ts';

const flushAfter_ms = 100;
const flushAt_events = 500;
const retryAfter_ms = 1000;
const most_waiting = 20_000;
const most_failures = 30;

/** Events on their way to the database, in memory and bounded: written many at a time, in the order of their coming. */
export interface EventBuffer {
  /** @returns false when there is no room, or the buffer is closed: the event is lost and counted */
  add(event: EventRow, visit: VisitRow | null): boolean;
  hasRoom(): boolean;
  flush(): Promise<void>;
  close(): Promise<void>;
  counts(): { readonly written: number; readonly dropped: number; readonly waiting: number };
}

interface Batch {
  readonly events: EventRow[];
  readonly visits: VisitRow[];
}

export function createEventBuffer(options: {
  /** @returns how many events were written */
  readonly write: (visits: readonly VisitRow[], events: readonly EventRow[]) => Promise<number>;
  readonly onFailed: (error: unknown) => void;
}): EventBuffer {
  let waiting: Batch = { events: [], visits: [] };
  let underWay_events = 0;
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> | null = null;
  let failures = 0;
  let isClosed = false;
  const totals = { written: 0, dropped: 0 };
  const flush = () => Promise.resolve(writing).then(writeNow);
  const hasRoom = () => !isClosed && waiting.events.length + underWay_events < most_waiting;

  function writeNow(): Promise<void> {
    writing ??= writeWaiting().finally(() => {
      writing = null;
      flushLater();
    });
    return writing;
  }

  function flushLater(): void {
    if (isClosed || waiting.events.length === 0) return;
    if (failures === 0 && waiting.events.length >= flushAt_events) void writeNow();
    else timer ??= setTimeout(() => void writeNow(), failures > 0 ? retryAfter_ms : flushAfter_ms).unref();
  }

  async function writeWaiting(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const batch = waiting;
    if (batch.events.length === 0) return;
    waiting = { events: [], visits: [] };
    underWay_events = batch.events.length;
    try {
      totals.written += await options.write(batch.visits, batch.events);
      failures = 0;
    } catch (error) {
      options.onFailed(error);
      failures = (failures + 1) % most_failures;
      // In the end given up: kept for ever, it would be a pile of undeliverable personal data.
      if (failures === 0) totals.dropped += batch.events.length;
      else waiting = { events: batch.events.concat(waiting.events), visits: batch.visits.concat(waiting.visits) };
    }
    underWay_events = 0;
  }

  return {
    hasRoom,
    add(event, visit) {
      if (!hasRoom()) {
        totals.dropped++;
        return false;
      }
      if (visit) waiting.visits.push(visit);
      waiting.events.push(event);
      if (!writing) flushLater();
      return true;
    },
    flush,
    async close() {
      await writing;
      isClosed = true;
      await flush();
    },
    counts: () => ({ ...totals, waiting: waiting.events.length + underWay_events }),
  };
}
