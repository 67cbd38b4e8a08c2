import type { Block, CourseVersion } from '../courses/index.ts';
import {
  type Answers,
  drawProblem,
  gradeProblem,
  gradeWithScripts,
  needsScript,
  type Problem,
  readProblem,
  scriptJob,
  shownPoints,
} from '../problems/index.ts';
import { freshState, type ProblemState } from './block-state.ts';
import type { Drawn } from './drawn-problems.ts';
import { givenAnswers } from './given-answers.ts';
import { makeProblemView } from './make-problem-view.ts';
import { marksOf } from './marks-of.ts';
import { problemRules } from './problem-rules.ts';
import type { ProblemView } from './problem-view.ts';
import type { LearningTools } from './tools.ts';
import { withinTime } from './within-time.ts';

/** How far somebody has come in trying a problem out. */
export interface Trial {
  readonly seed: number;
  readonly answers: Answers;
  /** Whether they were handed in; else they only stand in the form. */
  readonly isHandedIn: boolean;
  readonly hintsShown: number;
  readonly isAnswerShown: boolean;
}

/** Longer than a start of Python on a busy machine and one run up to its limit. */
const wait_ms = 15_000;

/** Draws a problem that may not be stored yet, from its source, as a learner with that seed would find it. */
export async function drawForTrial(
  tools: LearningTools,
  version: CourseVersion,
  source: string,
  seed: number,
): Promise<Drawn> {
  const read = readProblem(source);
  if (read.type === 'broken') return read;
  const job = scriptJob(read, seed, '');
  const runner = job && tools.runnerFor(version);
  const outcome = job && runner ? await withinTime(wait_ms, runner(job)) : null;
  if (job && runner && outcome === null) return { type: 'preparing' };
  return drawProblem(read, seed, outcome);
}

/**
 * A problem as its author tries it out: like a learner at the first attempt, with every hint and the answer open, no date
 * past, and nothing stored.
 */
export async function showTrial(
  tools: LearningTools,
  at: { readonly version: CourseVersion; readonly block: Block; readonly problem: Problem },
  trial: Trial,
  now: Date,
): Promise<ProblemView> {
  const rules = { ...problemRules(at.version, at.block), due: null, showCorrectness: 'always' };
  const state = await stateOf(tools, at, trial, rules.weight, now);
  const view = makeProblemView({ ...at, rules }, state, { isStaff: true, mayAnswer: true }, now);
  return { ...view, may: { ...view.may, save: false, reset: false } };
}

async function stateOf(
  tools: LearningTools,
  { version, problem }: { readonly version: CourseVersion; readonly problem: Problem },
  { seed, answers, isHandedIn, hintsShown, isAnswerShown }: Trial,
  weight: number | null,
  now: Date,
): Promise<ProblemState> {
  const given = givenAnswers(problem, answers);
  const fresh = { ...freshState(seed), answers: given, hintsShown, isAnswerShown };
  if (!isHandedIn) return fresh;
  const runner = tools.runnerFor(version);
  const grading =
    needsScript(problem) && runner
      ? await gradeWithScripts(problem, given, runner, { attempt: 1 })
      : gradeProblem(problem, given, { attempt: 1 });
  if (grading.type === 'refused') return { ...fresh, refusal: grading.message };
  return {
    ...fresh,
    attempts: 1,
    isSubmitted: true,
    ...marksOf(grading),
    score: shownPoints({ earned: grading.score, possible: grading.max }, weight),
    submittedAt: now.toISOString(),
  };
}
