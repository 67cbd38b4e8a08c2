/** Whether the site is open yet. */
export interface Opening {
  readonly isComingSoon: boolean;
  /** The day that is announced, as `2027-03-01`; null when none is. */
  readonly opensOn: string | null;
}

/** Whether a text is a day of the calendar. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
