/** Where the time comes from: passed in, so that a test can stand still or jump ten years. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

const day_ms = 24 * 60 * 60 * 1000;

/** The instant so many days before another: when that began whose term is over. */
export function daysBefore(moment: Date, days: number): Date {
  return daysAfter(moment, -days);
}

/** The instant so many days after another. */
export function daysAfter(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * day_ms);
}
