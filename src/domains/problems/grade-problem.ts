import type { Answer, Answers, Correctness, Feedback, Graded, Grading, InputGrade } from './grading.ts';
import type { Problem } from './problem.ts';
import { ProblemError, Refusal } from './problem-error.ts';
import type { Mark, Marks, Pending, Response, Submission } from './responses/response.ts';
import type { ScriptRunner } from './script-runner.ts';
import { targetedFeedback } from './targeted-feedback.ts';

export interface GradingOptions {
  /** The number of this attempt, from 1; some scripts ask for it. */
  readonly attempt?: number;
}

/**
 * Grades at once, without running anything. A problem whose Python must judge is refused with 'needs-script'
 * (see `gradeWithScripts`). One answer that cannot be read refuses the whole submission, and no attempt counts.
 */
export function gradeProblem(problem: Problem, answers: Answers, options: GradingOptions = {}): Grading {
  return orRefusal(() => {
    const verdicts = problem.responses.map((response) => {
      const submission = submissionTo(response, answers, options);
      const marks = response.grade(submission);
      if (marks.type === 'pending' || response.feedbackByScript) {
        throw new Refusal('needs-script', 'This problem is graded by its own script.');
      }
      return { response, marks, feedback: response.feedback?.(submission, marks) ?? [] };
    });
    return graded(problem, answers, verdicts);
  });
}

/** Grades any problem; Python checks run through the runner, one after the other. */
export async function gradeWithScripts(
  problem: Problem,
  answers: Answers,
  runScript: ScriptRunner,
  options: GradingOptions = {},
): Promise<Grading> {
  try {
    const verdicts: Verdict[] = [];
    for (const response of problem.responses) {
      verdicts.push(await verdictByScript(response, submissionTo(response, answers, options), runScript));
    }
    return graded(problem, answers, verdicts);
  } catch (error) {
    return refusal(error);
  }
}

/** Whether grading this problem needs a script runner. */
export function needsScript(problem: Problem): boolean {
  return problem.responses.some((response) => response.isJudgedByScript || response.feedbackByScript);
}

interface Verdict {
  readonly response: Response;
  readonly marks: Marks;
  readonly feedback: readonly Feedback[];
}

async function verdictByScript(response: Response, submission: Submission, runScript: ScriptRunner): Promise<Verdict> {
  const outcome: Marks | Pending = response.grade(submission);
  const marks = outcome.type === 'marks' ? outcome : outcome.read(await runScript(outcome.job));
  if (!response.feedbackByScript) {
    return { response, marks, feedback: response.feedback?.(submission, marks) ?? [] };
  }
  const { job, read } = response.feedbackByScript(submission, marks);
  return { response, marks, feedback: read(await runScript(job)) };
}

function submissionTo(response: Response, all: Answers, { attempt = 1 }: GradingOptions): Submission {
  const answers: Record<string, Answer | undefined> = {};
  for (const { id } of response.inputs) if (Object.hasOwn(all, id)) answers[id] = all[id];
  return { answers, all, attempt };
}

function orRefusal(grade: () => Graded): Grading {
  try {
    return grade();
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): Grading {
  if (error instanceof Refusal) return { type: 'refused', because: error.because, message: error.message };
  if (error instanceof ProblemError) return { type: 'refused', because: 'problem', message: error.message };
  throw error;
}

function graded(problem: Problem, answers: Answers, verdicts: readonly Verdict[]): Graded {
  const inputs: Record<string, InputGrade> = {};
  const overallMessages: Record<string, string> = {};
  for (const { response, marks } of verdicts) {
    for (const { id, max } of response.inputs) inputs[id] = inputGrade(marks.inputs[id], max);
    if (marks.overallMessage) overallMessages[response.id] = marks.overallMessage;
  }
  const all = Object.values(inputs);
  return {
    type: 'graded',
    score: all.reduce((sum, { points }) => sum + points, 0),
    max: all.reduce((sum, { max }) => sum + max, 0),
    correctness: commonCorrectness(all.map(({ correctness }) => correctness)),
    inputs,
    overallMessages,
    feedback: verdicts.flatMap(({ feedback }) => feedback),
    targetedFeedback: targetedFeedback(problem.feedbackSets, answers, inputs),
  };
}

/** Without points of its own, a mark counts exactly 1 or 0, whatever the maximum. (Rule 3.1.2.) */
function inputGrade(mark: Mark | undefined, max: number): InputGrade {
  const correctness = mark?.correctness ?? 'incorrect';
  const points = mark?.points ?? (correctness === 'correct' || correctness === 'partially-correct' ? 1 : 0);
  return { correctness, points, max, message: mark?.message ?? '' };
}

/** What a notice over the whole problem says: the mark of all inputs, or partially-correct where they differ. (Rule 4.7.) */
export function commonCorrectness(all: readonly Correctness[]): Correctness | null {
  if (all.length === 0) return null;
  return all.every((one) => one === all[0]) ? all[0]! : 'partially-correct';
}
