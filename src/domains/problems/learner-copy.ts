import type { LearnerProblem } from './learner-problem.ts';
import type { Problem } from './problem.ts';

/** What the learner may see: no trace of answers, correct marks, hints, feedback or solutions. Plain JSON. */
export function learnerCopy(problem: Problem): LearnerProblem {
  return {
    body: problem.body,
    hints: problem.hints.length,
    inputIds: problem.responses.flatMap((response) => response.inputs.map((input) => input.id)),
  };
}
