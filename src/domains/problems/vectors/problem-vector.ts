import { answersOf } from '../answers-of.ts';
import { drawProblem } from '../draw-problem.ts';
import { gradeWithScripts } from '../grade-problem.ts';
import type { Answers, Grading } from '../grading.ts';
import { learnerCopy } from '../learner-copy.ts';
import type { BrokenProblem, Problem } from '../problem.ts';
import { readProblem } from '../read-problem.ts';
import { scriptJob } from '../script-job.ts';
import type { ScriptRunner } from '../script-runner.ts';
import { markup, plainPage } from './plain-page.ts';
import type { VectorResult } from './vector-result.ts';

interface ProblemVector {
  readonly problem: string;
  readonly seed: number;
  readonly answers?: Answers;
  readonly attempt?: number;
  readonly submitted?: boolean;
  readonly expected: Readonly<Record<string, unknown>>;
}

/** Thrown by the stand-in for a missing runner; such a vector is skipped. */
class NeedsPython extends Error {}

const noRunner: ScriptRunner = () => Promise.reject(new NeedsPython());

/** Reads, draws and grades one problem, and compares every key that the vector pins. */
export async function checkProblemVector(
  raw: Record<string, unknown>,
  runScript: ScriptRunner = noRunner,
): Promise<VectorResult> {
  const vector = raw as unknown as ProblemVector;
  try {
    const got = await outcomeOf(vector, runScript);
    const wrong = Object.entries(vector.expected).filter(([key, expected]) => !agrees(key, expected, got));
    if (wrong.length === 0) return null;
    return {
      expected: Object.fromEntries(wrong),
      got: Object.fromEntries(wrong.map(([key]) => [key, got[key] ?? null])),
    };
  } catch (error) {
    if (error instanceof NeedsPython) return { skipped: 'it runs Python, and there is no runner here' };
    throw error;
  }
}

type Outcome = Readonly<Record<string, unknown>>;

async function outcomeOf(vector: ProblemVector, runScript: ScriptRunner): Promise<Outcome> {
  const source = readProblem(vector.problem);
  if (source.type === 'broken') return brokenOutcome(source);
  const job = scriptJob(source, vector.seed);
  const problem = drawProblem(source, vector.seed, job && (await runScript(job)));
  if (problem.type === 'broken') return brokenOutcome(problem);
  if (vector.submitted === false) return { rendered: plainPage(learnerCopy(problem), {}, null) };
  const answers = vector.answers ?? {};
  const options = vector.attempt === undefined ? {} : { attempt: vector.attempt };
  return gradingOutcome(problem, answers, await gradeWithScripts(problem, answers, runScript, options));
}

function brokenOutcome({ kind, because }: BrokenProblem): Outcome {
  return {
    error: true,
    errorKind: kind === 'answer' ? 'input' : 'problem',
    errorPhase: 'load',
    errorContains: because,
  };
}

function gradingOutcome(problem: Problem, answers: Answers, grading: Grading): Outcome {
  if (grading.type === 'refused') {
    return { error: true, errorKind: grading.because, errorPhase: 'grade', errorContains: grading.message };
  }
  const inputs = Object.entries(grading.inputs);
  const shown = answersOf(problem);
  return {
    score: grading.score,
    max: grading.max,
    inputs: Object.fromEntries(inputs.map(([id, { correctness, points }]) => [id, { correctness, points }])),
    messages: Object.fromEntries(inputs.map(([id, { message }]) => [id, message.trim()])),
    overallMessage: Object.values(grading.overallMessages).join('\n'),
    hints: grading.feedback.flatMap((block) => block.texts),
    hintLabels: grading.feedback.map((block) => block.label ?? (block.isRight ? 'Correct:' : 'Incorrect:')),
    rendered: plainPage(learnerCopy(problem), answers, grading),
    shownAnswers: shown.inputs,
    solutions: { count: shown.solutions.length, text: shown.solutions.map(({ body }) => markup(body)).join('\n') },
  };
}

function agrees(key: string, expected: unknown, got: Outcome): boolean {
  const value = got[key];
  switch (key) {
    case 'score':
    case 'max':
      return Math.abs(Number(expected) - Number(value)) <= 1e-9;
    case 'errorContains':
      return String(value).includes(String(expected));
    case 'errorKind':
      return got.error === true && (expected === 'internal' || value === expected);
    case 'rendered':
      return holds(String(value), expected as TextCheck);
    case 'solutions': {
      const { count, text } = (value ?? {}) as { count?: number; text?: string };
      return count === (expected as { count: number }).count && holds(text ?? '', expected as TextCheck);
    }
    default:
      return isPart(expected, value);
  }
}

interface TextCheck {
  readonly mustContain?: readonly string[];
  readonly mustNotContain?: readonly string[];
  readonly order?: readonly string[];
}

function holds(text: string, { mustContain = [], mustNotContain = [], order = [] }: TextCheck): boolean {
  let from = 0;
  const isOrdered = order.every((part) => {
    const at = text.indexOf(part, from);
    from = at + part.length;
    return at >= 0;
  });
  return (
    isOrdered && mustContain.every((part) => text.includes(part)) && !mustNotContain.some((part) => text.includes(part))
  );
}

/** Every expected key is there with its value; numbers within 1e-9. */
function isPart(expected: unknown, got: unknown): boolean {
  if (typeof expected === 'number') return typeof got === 'number' && Math.abs(expected - got) <= 1e-9;
  if (Array.isArray(expected)) {
    return Array.isArray(got) && got.length === expected.length && expected.every((item, at) => isPart(item, got[at]));
  }
  if (expected !== null && typeof expected === 'object') {
    const value = (got ?? {}) as Record<string, unknown>;
    return Object.entries(expected).every(([key, item]) => isPart(item, value[key]));
  }
  return expected === got;
}
