import type { Words } from '../../i18n.ts';

const most_chars = 300;

/** Whether a page shows the value: nothing that is empty, and no bytes, which say nothing to anybody. */
export function isReadable(value: unknown): boolean {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return false;
  return typeof value !== 'string' || !value.startsWith('\\x');
}

/** A stored value as people read it: moments in their zone, yes and no in words, long texts cut. */
export function sayValue(words: Words, value: unknown): string {
  const { t, instant, number } = words;
  if (typeof value === 'boolean') return t(value ? 'held.yes' : 'held.no');
  if (typeof value === 'number') return Number.isInteger(value) && value > 9999 ? number(value) : String(value);
  if (typeof value === 'string') return isMoment(value) ? instant(new Date(value)) : cut(value);
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return cut(value.join(', '));
  return cut(sayObject(words, value) ?? JSON.stringify(value));
}

/** An object of one level, key by key; null for anything deeper. */
function sayObject(words: Words, value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const entries = Object.entries(value).filter(([, each]) => isReadable(each));
  if (entries.some(([, each]) => typeof each === 'object' && !Array.isArray(each))) return null;
  return entries.map(([key, each]) => `${key.replaceAll('_', ' ')}: ${sayValue(words, each)}`).join('; ');
}

/** As `row_to_json` writes a `timestamptz`. */
function isMoment(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$/.test(text);
}

function cut(text: string): string {
  return text.length > most_chars ? `${text.slice(0, most_chars)}…` : text;
}

/** The first words of what a value is, where a list has no room for the rest. */
export function shortName(what: string): string {
  return what.split(/[:;,(]/)[0]!.trim();
}
