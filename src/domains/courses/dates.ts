const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const clock = String.raw`(?:[T ,]+(?<hour>\d{1,2})(?::(?<minute>\d{2}))?(?::(?<second>\d{2})(?:\.\d+)?)?\s*(?<half>[ap]\.?m\.?)?)?`;
const zone = String.raw`\s*(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?`;

/** The ways to write a day that courses hold, in the order of trying. */
const days = [
  String.raw`(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})`,
  String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})`,
  String.raw`(?<year>\d{4})/(?<month>\d{1,2})/(?<day>\d{1,2})`,
  // Month first, as in the United States, or day first where that can't be.
  String.raw`(?<month>0?[1-9]|1[0-2])/(?<day>\d{1,2})/(?<year>\d{4})`,
  String.raw`(?<day>\d{1,2})/(?<month>\d{1,2})/(?<year>\d{4})`,
  String.raw`(?:[a-z]+day,?\s+)?(?<word>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})`,
  String.raw`(?:[a-z]+day,?\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?<word>[a-z]{3,9})\.?,?\s+(?<year>\d{4})`,
].map((day) => new RegExp(`^${day}${clock}${zone}$`, 'i'));

/** `Oct 30 23:00 EST 2012`: the year behind the time. As in Open edX, names of zones other than UTC say nothing. */
const yearLast = new RegExp(
  String.raw`^(?:[a-z]{3,9},?\s+)?(?<word>[a-z]{3,9})\s+(?<day>\d{1,2})${clock}\s*(?:[a-z]{3,4}\s+)?(?<year>\d{4})$`,
  'i',
);

/**
 * An instant as courses write it, as ISO 8601 in UTC, or null when it can't be understood. A missing zone is UTC, a
 * missing time is midnight, quotes around it are JSON's, a number counts milliseconds.
 */
export function readDate(value: unknown): string | null {
  if (typeof value === 'number') return instantAt(value);
  if (typeof value !== 'string' || value.length > 60) return null;
  const text = value
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
  for (const day of [...days, yearLast]) {
    const groups = day.exec(text)?.groups;
    if (groups) return fromGroups(groups);
  }
  return null;
}

function fromGroups(groups: Record<string, string | undefined>): string | null {
  const number = (name: string) => Number(groups[name] ?? 0);
  const month = groups.word ? months.indexOf(groups.word.slice(0, 3).toLowerCase()) + 1 : number('month');
  const day = number('day');
  let hour = number('hour');
  if (groups.half) hour = (hour % 12) + (/^p/i.test(groups.half) ? 12 : 0);
  const [minute, second] = [number('minute'), number('second')];
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return null;
  const midnight = new Date(0);
  midnight.setUTCFullYear(number('year'), month - 1, day);
  if (midnight.getUTCMonth() !== month - 1) return null;
  return instantAt(midnight.getTime() + ((hour * 60 + minute - zoneMinutes(groups.zone)) * 60 + second) * 1000);
}

function zoneMinutes(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? '') ?? [];
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0)) : 0;
}

function instantAt(time: number): string | null {
  const date = new Date(time);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1 || date.getUTCFullYear() > 9999) return null;
  return date.toISOString().replace('.000Z', 'Z');
}
