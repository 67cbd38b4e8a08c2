import { randomUUID } from 'node:crypto';
import type { Database } from '../../kernel/database/index.ts';
import { UndeclaredError } from '../../kernel/holdings/index.ts';
import type { Permit } from '../policy/index.ts';
import { checkEvent, type DeclaredNames } from './check-event.ts';
import { createEventBuffer } from './event-buffer.ts';
import { type EventRow, insertBatch } from './event-store.ts';
import type { NewEvent } from './events.ts';
import { createVisits, type Source, type VisitRow } from './visits.ts';

/** What came of an event. */
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
  const write = (begun: readonly VisitRow[], events: readonly EventRow[]) =>
    database.write('provide', (w) => insertBatch(w, begun, events));
  const buffer = createEventBuffer({ write, onFailed });
  let refused = 0;

  function take(permit: Permit<'improve'>, source: Source | null, said: unknown, by: 'site' | 'browser'): Recorded {
    let event: NewEvent;
    try {
      event = checkEvent(said, by, names);
    } catch (error) {
      if (!(error instanceof UndeclaredError)) throw error;
      refused++;
      return { type: 'refused', because: 'undeclared', problems: error.message };
    }
    // A visit whose first event finds no room would be begun and never stored, so room is looked for first.
    const tied = permit.detail === 'visit' && permit.personId !== null && source !== null && buffer.hasRoom();
    const moment = now();
    const visit = tied ? visits.next(source, permit.personId, moment) : null;
    const row = visit
      ? rowOf(event, newId(), moment, { person_id: permit.personId, visit_id: visit.id, place: visit.place })
      : rowOf(event, randomUUID(), hourOf(moment), { person_id: null, visit_id: null, place: null });
    return buffer.add(row, visit?.begun ?? null) ? { type: 'recorded' } : { type: 'refused', because: 'full' };
  }

  return {
    record: (permit, source, event) => take(permit, source, event, 'site'),
    recordFromBrowser: (permit, source, said) => take(permit, source, said, 'browser'),
    flush: buffer.flush,
    close: buffer.close,
    counts: () => ({ ...buffer.counts(), refused }),
  };
}

/** Neither the time nor the id may put single events in order. */
function hourOf(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / 3_600_000) * 3_600_000);
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
