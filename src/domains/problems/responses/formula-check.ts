import { CalcError, compileExpression, type Value, type Variables } from '../calc/index.ts';
import { isCloseEnough } from '../compare-with-tolerance.ts';
import { ProblemError, Refusal } from '../problem-error.ts';
import { random2 } from '../random/index.ts';
import { escapeHtml, staffRefusal } from './staff-number.ts';
import type { LazyTolerance } from './tolerance-param.ts';

/** Where formulas are compared: `x,y@low_x,low_y:high_x,high_y#count`. */
export interface Samples {
  readonly names: readonly string[];
  readonly points: readonly Variables[];
}

const most_points = 200;

/** Reads the ranges and draws the points, the same for every learner and every time. @throws ProblemError */
export function readSamples(written: string, line: number): Samples {
  const [names, rest = ''] = written.split('@');
  const [ranges, count] = rest.split('#');
  const [low = [], high = []] = (ranges ?? '').split(':').map((side) => side.split(',').map(Number));
  const variables = (names ?? '').split(',').map((name) => name.trim());
  const total = Number(count);
  const isWhole = Number.isInteger(total) && total > 0 && total <= most_points;
  if (
    !isWhole ||
    low.length < variables.length ||
    high.length < variables.length ||
    [...low, ...high].some(Number.isNaN)
  ) {
    throw new ProblemError(
      `samples="${written}" must be like x,y@1,1:5,5#10, with at most ${most_points} points.`,
      line,
    );
  }
  const random = random2(1);
  const points = Array.from({ length: total }, () =>
    Object.fromEntries(variables.map((name, at) => [name, low[at]! + (high[at]! - low[at]!) * random.random()])),
  );
  return { names: variables, points };
}

export interface FormulaRules {
  readonly tolerance: LazyTolerance;
  readonly isCaseSensitive: boolean;
}

/** A test whether a learner's formula agrees with this one at every point. It throws a Refusal for what cannot be read. */
export function formulaMatcher(answer: string, samples: Samples, rules: FormulaRules): (text: string) => boolean {
  let expected: readonly Value[] | undefined;
  return (text) => {
    expected ??= staffValues(answer, samples, rules);
    if (text.trim() === '') return false;
    const given = learnerValues(text, samples, rules);
    const tolerance = rules.tolerance();
    return expected.every((value, at) => isCloseEnough(given[at]!, value, tolerance));
  };
}

function values(text: string, { names, points }: Samples, { isCaseSensitive }: FormulaRules): readonly Value[] {
  const compiled = compileExpression(text, names, isCaseSensitive);
  return points.map(compiled);
}

function staffValues(answer: string, samples: Samples, rules: FormulaRules): readonly Value[] {
  try {
    return values(answer, samples, rules);
  } catch (error) {
    if (error instanceof CalcError) throw staffRefusal();
    throw error;
  }
}

function learnerValues(text: string, samples: Samples, rules: FormulaRules): readonly Value[] {
  try {
    return values(text, samples, rules);
  } catch (error) {
    if (error instanceof CalcError) throw new Refusal('input', learnerMessage(error, text));
    throw error;
  }
}

function learnerMessage(error: CalcError, text: string): string {
  switch (error.kind) {
    case 'brackets':
    case 'variable':
    case 'function':
      return error.message;
    case 'factorial':
      return `Factorial function not permitted in answer for this problem. Provided answer was: ${escapeHtml(text)}`;
    default:
      return `Invalid input: Could not parse '${escapeHtml(text)}' as a formula`;
  }
}
