/** What a date field sends and shows. It has no zone of its own, so it is in UTC, and its label says so. */

/** `2026-11-24T12:30` as an instant; null for what is none. */
export function readMoment(typed: string): Date | null {
  const date = new Date(`${typed}:00Z`);
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(typed) && !Number.isNaN(date.getTime()) ? date : null;
}

/** An instant as the field shows it. */
export function momentText(date: Date | null): string {
  return date?.toISOString().slice(0, 16) ?? '';
}
