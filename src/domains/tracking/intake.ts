import { randomUUID } from 'node:crypto';
import type { Database } from '../../kernel/database/index.ts';
import { UndeclaredError } from '../../kernel/holdings/index.ts';
import type { Permit } from '../policy/index.ts';
import { checkEvent, type DeclaredNames } from './check-event.ts';
import { type EventRow, insertBatch } from './event-store.ts';
import type { NewEvent } from './events.ts';
import { createVisits, type Source, type VisitRow } from './visits.ts';

const flushAfter_ms = 100;
const flushAt_events = 500;
const most_waiting = 20_000;
const most_failures = 5;

export type Recorded =
  | { readonly type: 'recorded' }
  /** `problems` name keys, never values. */
  | { readonly type: 'refused'; readonly because: 'undeclared'; readonly problems: string }
  /** The database does not keep up; the event is lost and counted. */
  | { readonly type: 'refused'; readonly because: 'full' };

/** Where events go in. They wait in memory for a tenth of a second and are written many at a time. */
export interface Intake {
  /** Records what the site itself saw. Costs microseconds; never throws and never waits. */
  record(permit: Permit<'improve'>, source: Source | null, event: NewEvent): Recorded;
  /** Records what a browser's script said: anything may come, and only types that browsers may send pass. */
  recordFromBrowser(permit: Permit<'improve'>, source: Source | null, said: unknown): Recorded;
  /** Writes all that waits now. */
  flush(): Promise<void>;
  /** Writes what waits and takes no more: before the database closes. */
  close(): Promise<void>;
  /** Since the start, for `/metrics`. `dropped`: for want of room or after the database failed. */
  counts(): { readonly written: number; readonly dropped: number; readonly refused: number; readonly waiting: number };
}

/** Opens the intake. `names` are the site's declared pages and controls. */
export function createIntake(options: {
  readonly database: Database;
  readonly names: DeclaredNames;
  /** Told when a batch could not be written; it is tried again. */
  readonly onFailed: (error: unknown) => void;
}): Intake {
  const { database, names, onFailed } = options;
  const { newId, now } = database.read('provide');
  const visits = createVisits(newId);
  const totals = { written: 0, dropped: 0, refused: 0 };
  let events: EventRow[] = [];
  let begun: VisitRow[] = [];
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> | null = null;
  let failures = 0;
  let isClosed = false;

  function take(permit: Permit<'improve'>, source: Source | null, said: unknown, by: 'site' | 'browser'): Recorded {
    let event: NewEvent;
    try {
      event = checkEvent(said, by, names);
    } catch (error) {
      if (!(error instanceof UndeclaredError)) throw error;
      totals.refused++;
      return { type: 'refused', because: 'undeclared', problems: error.message };
    }
    if (isClosed || events.length >= most_waiting) {
      totals.dropped++;
      return { type: 'refused', because: 'full' };
    }
    const moment = now();
    const { personId } = permit;
    if (permit.detail === 'visit' && personId && source) {
      const visit = visits.next(source, personId, moment);
      if (visit.begun) begun.push(visit.begun);
      events.push(rowOf(event, newId(), moment, { person_id: personId, visit_id: visit.id, place: visit.place }));
    } else {
      // Neither the time nor the id may put single events in order.
      const hour = new Date(Math.floor(moment.getTime() / 3_600_000) * 3_600_000);
      events.push(rowOf(event, randomUUID(), hour, { person_id: null, visit_id: null, place: null }));
    }
    if (events.length >= flushAt_events) void flush();
    else timer ??= setTimeout(() => void flush(), flushAfter_ms).unref();
    return { type: 'recorded' };
  }

  function flush(): Promise<void> {
    writing ??= writeWaiting().finally(() => {
      writing = null;
      if (events.length > 0 && !isClosed) timer ??= setTimeout(() => void flush(), flushAfter_ms).unref();
    });
    return writing;
  }

  async function writeWaiting(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const batch = events;
    const visitBatch = begun;
    events = [];
    begun = [];
    if (batch.length === 0) return;
    try {
      totals.written += await database.write('provide', (w) => insertBatch(w, visitBatch, batch));
      failures = 0;
    } catch (error) {
      onFailed(error);
      // A batch that fails again and again is given up: kept, it would be a pile of undeliverable personal data.
      if (++failures < most_failures && batch.length + events.length <= most_waiting) {
        events = batch.concat(events);
        begun = visitBatch.concat(begun);
      } else {
        failures = 0;
        totals.dropped += batch.length;
      }
    }
  }

  return {
    record: (permit, source, event) => take(permit, source, event, 'site'),
    recordFromBrowser: (permit, source, said) => take(permit, source, said, 'browser'),
    flush,
    async close() {
      await writing;
      isClosed = true;
      await flush();
    },
    counts: () => ({ ...totals, waiting: events.length }),
  };
}

function rowOf(
  event: NewEvent,
  id: string,
  at: Date,
  tied: { person_id: string | null; visit_id: string | null; place: number | null },
): EventRow {
  const { type, data, courseKey, blockId } = event;
  return { id, at, type, ...tied, course_key: courseKey ?? null, block_id: blockId ?? null, data };
}
