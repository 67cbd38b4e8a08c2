import { LRUCache } from 'lru-cache';
import { readBrowser } from './read-browser.ts';

/** A visit ends after so long without an event. */
const idle_min = 30;

/** Enough for a busy hour; who falls out just begins another visit. */
const most_visits = 50_000;

/** From where an event comes: what the request says. */
export interface Source {
  readonly sessionId: string;
  /** The address of the reader, as far as trusted proxies tell; null when unknown. */
  readonly address: string | null;
  /** The `User-Agent` header. Only what `readBrowser` reads from it is stored. */
  readonly userAgent: string | null;
}

export interface VisitRow {
  readonly id: string;
  readonly person_id: string;
  readonly started_at: Date;
  readonly address: string | null;
  readonly browser: string | null;
  readonly browser_version: string | null;
  readonly system: string | null;
  readonly system_version: string | null;
}

interface Visit {
  readonly id: string;
  readonly personId: string;
  place: number;
  seen_ms: number;
}

/** Visits under way in this process: which one a session is in, and how many events it has. */
export interface Visits {
  /** The visit and the event's place in it. `begun` is the row to store when it is a new visit. */
  next(source: Source, personId: string, now: Date): { id: string; place: number; begun: VisitRow | null };
}

export function createVisits(newId: () => string): Visits {
  const underWay = new LRUCache<string, Visit>({ max: most_visits });
  return {
    next(source, personId, now) {
      const now_ms = now.getTime();
      const visit = underWay.get(source.sessionId);
      if (visit && visit.personId === personId && now_ms - visit.seen_ms <= idle_min * 60_000) {
        visit.place++;
        visit.seen_ms = now_ms;
        return { id: visit.id, place: visit.place, begun: null };
      }
      const id = newId();
      underWay.set(source.sessionId, { id, personId, place: 1, seen_ms: now_ms });
      const { address } = source;
      return {
        id,
        place: 1,
        begun: { id, person_id: personId, started_at: now, address, ...readBrowser(source.userAgent) },
      };
    },
  };
}
