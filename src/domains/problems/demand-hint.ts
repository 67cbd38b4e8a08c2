import type { LearnerNode } from './learner-problem.ts';
import type { Problem } from './problem.ts';

export interface DemandHint {
  /** Which hint was asked for, from 0, within the count. */
  readonly index: number;
  readonly count: number;
  /** All hints up to this one: they are shown together. */
  readonly shown: readonly (readonly LearnerNode[])[];
  readonly hasNext: boolean;
}

/** The n-th hint to ask for, with those before it; past the end it begins again. Null where there are none. (Rule 4.6.) */
export function demandHint(problem: Problem, index: number): DemandHint | null {
  const count = problem.hints.length;
  if (count === 0 || !Number.isInteger(index) || index < 0) return null;
  const at = index % count;
  return { index: at, count, shown: problem.hints.slice(0, at + 1), hasNext: at + 1 < count };
}
