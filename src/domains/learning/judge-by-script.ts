import {
  type Answers,
  type Grading,
  gradeWithScripts,
  needsScript,
  type Problem,
  type ScriptRunner,
} from '../problems/index.ts';
import type { StoredAnswers } from './block-state.ts';
import type { BlockReader } from './enter-course.ts';
import { givenAnswers } from './given-answers.ts';
import type { LearningTools } from './tools.ts';
import { withinTime } from './within-time.ts';

/** What the author's Python says of answers to a variant of a problem, as that attempt. */
export interface ScriptVerdict {
  readonly seed: number;
  readonly attempt: number;
  readonly given: StoredAnswers;
  readonly grading: Grading;
  /** The run met a limit or reached for what is closed: no fault of the learner's. */
  readonly isStopped: boolean;
}

/** Longer than a start of Python on a busy machine and one run up to its limit. */
const wait_ms = 15_000;

/** Asks the author's Python outside of any transaction, since it may take seconds. Null when it takes too long. */
export async function judgeByScript(
  tools: LearningTools,
  at: BlockReader,
  { problem, seed, attempt }: { readonly problem: Problem; readonly seed: number; readonly attempt: number },
  answers: Answers,
): Promise<ScriptVerdict | null> {
  const runner = tools.runnerFor(at.version);
  if (!needsScript(problem) || !runner) throw new Error('a problem is judged that has no Python, or where none runs');
  let isStopped = false;
  const watched: ScriptRunner = async (job) => {
    const outcome = await runner(job);
    if (outcome.type === 'stopped') isStopped = true;
    return outcome;
  };
  const given = givenAnswers(problem, answers);
  const grading = await withinTime(wait_ms, gradeWithScripts(problem, given, watched, { attempt }));
  return grading && { seed, attempt, given, grading, isStopped };
}
