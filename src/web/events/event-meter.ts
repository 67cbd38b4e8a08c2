import { LRUCache } from 'lru-cache';

const minute_ms = 60_000;
const most_watched = 50_000;

/** Counts events of the running minute, in this process's memory alone. @returns whether so many more may come from there */
export type EventMeter = (from: string, events: number, most: number) => boolean;

/** What strangers send costs nothing to send, and would crowd out what everybody else does. */
export function createEventMeter(): EventMeter {
  const counts = new LRUCache<string, number>({ max: most_watched, ttl: minute_ms, noUpdateTTL: true });
  return (from, events, most) => {
    const count = (counts.get(from) ?? 0) + events;
    counts.set(from, count);
    return count <= most;
  };
}
