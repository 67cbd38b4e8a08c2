/** Lengths of time as Open edX writes them (XBlock `fields.py`): `1 day 5 hours 59 minutes`. */
const duration =
  /^((?<days>\p{Nd}+) days?)?\s?((?<hours>\p{Nd}+) hours?)?\s?((?<minutes>\p{Nd}+) minutes?)?\s?((?<seconds>\p{Nd}+) seconds?)?$/u;

/** A grace period in seconds; null when it is not understood, 0 when it is empty. */
export function durationOf(text: string | null): number | null {
  if (text === null) return null;
  const parts = duration.exec(text);
  if (!parts) return null;
  const { days, hours, minutes, seconds } = parts.groups!;
  return ((digits(days) * 24 + digits(hours)) * 60 + digits(minutes)) * 60 + digits(seconds);
}

/** Digits of any script, as Python's `int` reads them. */
function digits(written: string | undefined): number {
  if (!written) return 0;
  return [...written].reduce((value, digit) => value * 10 + digitOf(digit.codePointAt(0)!), 0);
}

/** Decimal digits stand in runs of ten, and the run's zero is the first of it that is a digit. */
function digitOf(code: number): number {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}
