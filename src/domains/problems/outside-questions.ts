import type { Problem } from './problem.ts';

/** A question that a grader outside of the site judges. */
export interface OutsideQuestion {
  readonly id: string;
  /** Its inputs, with the points that each can earn. */
  readonly inputs: readonly { readonly id: string; readonly max: number }[];
  /** Which graders it is for. */
  readonly queue: string;
  /** The author's words to the grader. */
  readonly payload: string;
}

/** The questions whose inputs are graded 'incomplete' until a grader outside of the site has answered. */
export function outsideQuestions(problem: Problem): readonly OutsideQuestion[] {
  return problem.responses.flatMap(({ id, inputs, outside }) =>
    outside ? [{ id, inputs: inputs.map((input) => ({ id: input.id, max: input.max })), ...outside }] : [],
  );
}
