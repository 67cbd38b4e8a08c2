import type { ShownAnswer } from './grading.ts';
import type { Problem, Solution } from './problem.ts';

export interface ShownAnswers {
  /** By input id, and the numbers within choices by theirs; an input whose answer cannot be named has none. Names are choices' names, texts are markup. */
  readonly inputs: Readonly<Record<string, ShownAnswer>>;
  readonly solutions: readonly Solution[];
}

/** Right answers and solutions, as shown after 'Show answer'. */
export function answersOf(problem: Problem): ShownAnswers {
  const inputs = Object.assign({}, ...problem.responses.map((response) => response.shown()));
  return { inputs, solutions: problem.solutions };
}
