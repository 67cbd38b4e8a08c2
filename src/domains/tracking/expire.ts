import { daysBefore } from '../../kernel/clock.ts';
import type { Writing } from '../../kernel/database/index.ts';
import { deleteEventsBefore, deleteVisitsBefore, shortenAddresses } from './event-store.ts';
import { terms } from './holdings.ts';

/** Deletes visits after 180 days, and cuts addresses down to their network after 30. Safe to repeat. */
export async function expireVisits(
  w: Writing<'secure'>,
): Promise<{ readonly shortened: number; readonly deleted: number }> {
  const deleted = await deleteVisitsBefore(w, daysBefore(w.now(), terms.visit_days));
  const shortened = await shortenAddresses(w, daysBefore(w.now(), terms.wholeAddress_days));
  return { shortened, deleted };
}

/** Deletes events after two years. @returns how many */
export function expireEvents(w: Writing<'improve'>): Promise<number> {
  return deleteEventsBefore(w, daysBefore(w.now(), terms.event_days));
}
