import { complex, isComplex, isInfinite, isNaNValue, magnitude, type Value } from './calc/index.ts';
import { isWithin } from './decimal.ts';

/** A tolerance as its author wrote it, read once. */
export type Tolerance =
  | { readonly type: 'absolute'; readonly size: number }
  /** A share of the expected value's magnitude. */
  | { readonly type: 'of-expected'; readonly share: number }
  /** A share of the larger magnitude of the two. */
  | { readonly type: 'of-larger'; readonly share: number };

const usualTolerance = '0.001%';

/** The default, and what exactly that text means. (Rule 3.7.1.) */
export const defaultTolerance: Tolerance = { type: 'of-larger', share: 0.001 * 0.01 };

/** A plain number, or a percentage; null where the text is neither. */
export function readTolerance(text: string): Tolerance | null {
  if (text === usualTolerance) return defaultTolerance;
  const isPercent = text.endsWith('%');
  const number = readNumber(isPercent ? text.slice(0, -1) : text);
  if (number === null) return null;
  return isPercent ? { type: 'of-expected', share: number * 0.01 } : { type: 'absolute', size: number };
}

/** A number as Python's `float` reads one. */
export function readNumber(text: string): number | null {
  const trimmed = text.trim();
  if (/^[+-]?(\d[\d_]*\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return Number(trimmed.replaceAll('_', ''));
  const infinite = /^([+-]?)(inf|infinity)$/i.exec(trimmed);
  return infinite ? (infinite[1] === '-' ? -Infinity : Infinity) : null;
}

/** The tolerance made wider, for partial credit. */
export function widen(tolerance: Tolerance, factor: number): Tolerance {
  return tolerance.type === 'absolute'
    ? { type: 'absolute', size: tolerance.size * factor }
    : { type: tolerance.type, share: tolerance.share * factor };
}

/** Whether an answer is within the tolerance of the expected value. (Rules 3.7.) */
export function isCloseEnough(given: Value, expected: Value, tolerance: Tolerance): boolean {
  if (isNaNValue(given) || isNaNValue(expected)) return false;
  if (isInfinite(given) || isInfinite(expected)) return isEqual(given, expected);
  const bound = boundOf(tolerance, given, expected);
  // What is no size at all has no decimals: `inf`, or a share of it.
  if (!Number.isFinite(bound)) return bound === Infinity;
  const [x, y] = [complex(given), complex(expected)];
  if (x.im === 0 && y.im === 0) return isWithin(realPart(given), realPart(expected), bound);
  return Math.hypot(x.re - y.re, x.im - y.im) <= bound;
}

function boundOf(tolerance: Tolerance, given: Value, expected: Value): number {
  switch (tolerance.type) {
    case 'absolute':
      return tolerance.size;
    case 'of-expected':
      return tolerance.share * magnitude(expected);
    case 'of-larger':
      return tolerance.share * Math.max(magnitude(given), magnitude(expected));
  }
}

/** As a double: the original compares whole numbers so, too, however long they are. */
function realPart(value: Value): number {
  return isComplex(value) ? value.re : Number(value);
}

export function isEqual(a: Value, b: Value): boolean {
  const [x, y] = [complex(a), complex(b)];
  return x.re === y.re && x.im === y.im;
}
