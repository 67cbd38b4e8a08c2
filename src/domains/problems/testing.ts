import { drawProblem } from './draw-problem.ts';
import { gradeProblem } from './grade-problem.ts';
import type { Answer, Answers, Graded, Grading } from './grading.ts';
import type { Problem } from './problem.ts';
import { readProblem } from './read-problem.ts';
import type { Json, ScriptResult } from './script-runner.ts';

/** What a script would have left, printed as given. */
function scriptVariables(printed: Readonly<Record<string, string>>): ScriptResult {
  const entries = Object.entries(printed).map(([name, text]) => [name, { value: text as Json, printed: text }]);
  return { type: 'ran', variables: Object.fromEntries(entries) };
}

export interface ProblemOptions {
  readonly seed?: number;
  readonly variables?: Readonly<Record<string, string>>;
  readonly idPrefix?: string;
}

/** A drawn problem from what stands inside its `<problem>`. Throws where it is broken. */
export function aProblem(inner: string, options: ProblemOptions = {}): Problem {
  const problem = drawn(inner, options);
  if (problem.type === 'broken') throw new Error(`broken: ${problem.because}`);
  return problem;
}

/** Why a problem is broken. Throws where it is not. */
export function brokenBecause(inner: string, options: ProblemOptions = {}): string {
  const problem = drawn(inner, options);
  if (problem.type === 'problem') throw new Error('it is not broken');
  return problem.because;
}

function drawn(inner: string, { seed = 1, variables = {}, idPrefix = '' }: ProblemOptions) {
  const source = readProblem(`<problem>${inner}</problem>`);
  return source.type === 'broken' ? source : drawProblem(source, seed, scriptVariables(variables), idPrefix);
}

/** Grades an answer to the first input, or several answers. */
export function grade(problem: Problem | string, answers: Answer | Answers): Grading {
  const drawnProblem = typeof problem === 'string' ? aProblem(problem) : problem;
  const isOne = typeof answers === 'string' || Array.isArray(answers);
  return gradeProblem(drawnProblem, isOne ? { '2_1': answers as Answer } : (answers as Answers));
}

/** The same, of which it is known that it can be graded. */
export function graded(problem: Problem | string, answers: Answer | Answers): Graded {
  const grading = grade(problem, answers);
  if (grading.type === 'refused') throw new Error(`refused: ${grading.message}`);
  return grading;
}

/** The mark and the points of the first input, as in 'partially-correct 0.5'. */
export function mark(problem: Problem | string, answers: Answer | Answers): string {
  const { correctness, points } = graded(problem, answers).inputs['2_1']!;
  return `${correctness} ${points}`;
}

/** Why an answer was refused. */
export function refusal(problem: Problem | string, answers: Answer | Answers): string {
  const grading = grade(problem, answers);
  if (grading.type === 'graded') throw new Error('it was graded');
  return `${grading.because}: ${grading.message}`;
}
