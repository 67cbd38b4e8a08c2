import { CalcError, complex, evaluate, type Value } from '../calc/index.ts';
import { isCloseEnough, readTolerance, type Tolerance } from '../compare-with-tolerance.ts';
import type { VectorResult } from './vector-result.ts';

type Vector = Record<string, unknown>;

export function isCalcVector(vector: Vector): boolean {
  return 'expr' in vector || 'tolerance' in vector;
}

/** The calculator's and the comparison's own cases. Error classes are compared, not texts. */
export function checkCalcVector(vector: Vector): VectorResult {
  return 'expr' in vector ? checkExpression(vector) : checkComparison(vector);
}

const errorClasses: Readonly<Record<string, string>> = {
  brackets: 'UnmatchedParenthesis',
  syntax: 'ParseException',
  variable: 'UndefinedVariable',
  function: 'UndefinedVariable',
  division: 'ZeroDivisionError',
  factorial: 'ValueError',
  type: 'TypeError',
  size: 'OverflowError',
};

function checkExpression(vector: Vector): VectorResult {
  const variables = Object.fromEntries(
    Object.entries(vector.vars as Record<string, unknown>).map(([name, value]) => [name, readValue(value)]),
  );
  let got: unknown;
  try {
    const value = evaluate(String(vector.expr), variables, vector.cs === true);
    if (!('error' in vector) && isSame(value, readValue(vector.value))) return null;
    got = complex(value);
  } catch (error) {
    if (!(error instanceof CalcError)) throw error;
    got = errorClasses[error.kind];
    if (got === vector.error) return null;
  }
  return { expected: vector.error ?? vector.value, got };
}

function checkComparison(vector: Vector): VectorResult {
  const got = isCloseEnough(
    readValue(vector.student),
    readValue(vector.instructor),
    toleranceOf(vector.tolerance, vector.relative === true),
  );
  return got === vector.result ? null : { expected: vector.result, got };
}

/** A relative tolerance is taken of the larger magnitude, however it is written. */
function toleranceOf(written: unknown, isRelative: boolean): Tolerance {
  const text = String(written);
  const tolerance = text.endsWith('%') || !isRelative ? readTolerance(text)! : null;
  if (!isRelative) return tolerance!;
  return { type: 'of-larger', share: tolerance?.type === 'of-expected' ? tolerance.share : Number(text) };
}

function readValue(written: unknown): Value {
  if (typeof written === 'number') return written;
  const { float, complex: parts } = written as { float?: string; complex?: [number, number] };
  if (parts) return { re: parts[0], im: parts[1] };
  return { nan: Number.NaN, inf: Infinity, '-inf': -Infinity }[float!] ?? Number.NaN;
}

function isSame(a: Value, b: Value): boolean {
  const [x, y] = [complex(a), complex(b)];
  return isNear(x.re, y.re) && isNear(x.im, y.im);
}

function isNear(a: number, b: number): boolean {
  if (Object.is(a, b) || a === b) return true;
  return Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));
}
