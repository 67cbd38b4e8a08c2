/** Keeping data for a court or an authority: types and pure rules. */

/** What an operator fills in. */
export interface HoldForm {
  /** What demands it: a file number, a letter's date. */
  readonly ground: string;
  /** Tables of the data map. */
  readonly tables: readonly string[];
  /** The last day, `2027-01-31`. */
  readonly endsOn: string;
  /** `now`, or `later`: then with the reason and the day. */
  readonly telling: string;
  readonly silence: string;
  readonly silentUntil: string;
}

/** What is wrong with a field of the form. */
export type HoldFault = 'empty' | 'too-long' | 'no-choice' | 'no-day' | 'too-far' | 'unknown-table';

/** What is wrong with a form, by field. */
export type HoldFaults = Readonly<Partial<Record<keyof HoldForm, HoldFault>>>;

const longest_chars = 2000;
/** Then it is looked at anew: a new hold renews it. */
const longestHold_days = 731;
const longestSilence_days = 366;
const day_ms = 86_400_000;

/**
 * @param known tables that can be held
 * @param now by which the days are to come
 */
export function findHoldFaults(form: HoldForm, known: readonly string[], now: Date): HoldFaults | null {
  const faults: Partial<Record<keyof HoldForm, HoldFault>> = {};
  const put = (field: keyof HoldForm, fault: HoldFault | null) => {
    if (fault) faults[field] = fault;
  };
  put('ground', textFault(form.ground));
  put('endsOn', dayFault(form.endsOn, now, longestHold_days));
  if (form.tables.length === 0) faults.tables = 'empty';
  else if (form.tables.some((table) => !known.includes(table))) faults.tables = 'unknown-table';
  if (form.telling === 'later') {
    put('silence', textFault(form.silence));
    put('silentUntil', dayFault(form.silentUntil, now, longestSilence_days));
  } else if (form.telling !== 'now') faults.telling = 'no-choice';
  return Object.keys(faults).length > 0 ? faults : null;
}

/** The newest day that is over in every zone of the world: what ends on a day ends nowhere too early. */
export function newestDayOver(now: Date): string {
  return new Date(now.getTime() - 1.5 * day_ms).toISOString().slice(0, 10);
}

function textFault(text: string): HoldFault | null {
  if (text.trim() === '') return 'empty';
  return text.trim().length > longest_chars ? 'too-long' : null;
}

function dayFault(day: string, now: Date, longest_days: number): HoldFault | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) return 'no-day';
  const days = (Date.parse(day) - now.getTime()) / day_ms;
  if (days <= 0) return 'no-day';
  return days > longest_days ? 'too-far' : null;
}
