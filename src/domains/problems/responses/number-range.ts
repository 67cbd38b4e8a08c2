import { complex, isComplex, type Value } from '../calc/index.ts';
import { isCloseEnough } from '../compare-with-tolerance.ts';
import { ProblemError, Refusal } from '../problem-error.ts';
import { staffNumber, staffRefusal } from './staff-number.ts';

/** `[a, b)` and its like: square brackets include the end. */
export interface NumberRange {
  readonly low: string;
  readonly high: string;
  readonly hasLow: boolean;
  readonly hasHigh: boolean;
}

export type RangeVerdict = 'inside' | 'near' | 'outside';

/** Null for an answer that is no range. @throws ProblemError for one without a comma (Rule 3.8.4.) */
export function readRange(answer: string, line: number): NumberRange | null {
  if (!/^[[(].*[\])]$/s.test(answer)) return null;
  const ends = answer.slice(1, -1).split(',');
  const [low, high] = ends;
  if (ends.length !== 2 || low === undefined || high === undefined) {
    throw new ProblemError(staffRefusal().message, line, 'answer');
  }
  return { low: low.trim(), high: high.trim(), hasLow: answer.startsWith('['), hasHigh: answer.endsWith(']') };
}

export function writeRange(range: NumberRange): string {
  return `${range.hasLow ? '[' : '('}${range.low}, ${range.high}${range.hasHigh ? ']' : ')'}`;
}

/** An end is hit when equal up to machine precision. */
const hairsBreadth = { type: 'of-larger', share: Number.EPSILON } as const;

/** `reach` widens the range on each side by that many of its widths, for partial credit. @throws Refusal */
export function judgeRange(value: Value, range: NumberRange, reach: number): RangeVerdict {
  if (isComplex(value)) {
    throw new Refusal('input', 'You may not use complex numbers in range tolerance problems');
  }
  const given = Number(value);
  const low = boundary(range.low);
  if (isCloseEnough(given, low, hairsBreadth)) return range.hasLow ? 'inside' : 'outside';
  const high = boundary(range.high);
  if (isCloseEnough(given, high, hairsBreadth)) return range.hasHigh ? 'inside' : 'outside';
  if (given > low && given < high) return 'inside';
  const margin = reach * (high - low);
  return given > low - margin && given < high + margin ? 'near' : 'outside';
}

function boundary(text: string): number {
  if (text === '') throw staffRefusal('empty boundary');
  const value = staffNumber(text);
  const { re, im } = complex(value);
  if (im !== 0) throw staffRefusal('complex boundary');
  if (Number.isNaN(re)) throw staffRefusal('empty boundary');
  return re;
}
