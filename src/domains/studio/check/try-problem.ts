import {
  drawProblem,
  gradeProblem,
  gradeWithScripts,
  needsScript,
  outsideQuestions,
  readProblem,
  type ScriptOutcome,
  type ScriptRunner,
  scriptJob,
  statedAnswers,
} from '../../problems/index.ts';
import type { Say } from './remark.ts';

/** Runs an author's Python; null where there is no time for it. */
export type TryScript = (job: Parameters<ScriptRunner>[0]) => Promise<ScriptOutcome | null>;

/** As a first learner would get it. */
const seed = 1;

/**
 * Draws a problem and hands in the answers that it states for itself. Says `untried` where that needs Python and there is
 * none at hand, or no time.
 */
export async function tryProblem(xml: string, runScript: TryScript | null, say: Say): Promise<'tried' | 'untried'> {
  const read = readProblem(xml);
  if (read.type === 'broken') return sayBroken(read, say);
  const job = scriptJob(read, seed);
  const outcome = job ? await runScript?.(job) : null;
  if (job && !outcome) return 'untried';
  const problem = drawProblem(read, seed, outcome ?? null);
  if (problem.type === 'broken') return sayBroken(problem, say);
  const answers = statedAnswers(problem);
  if (!answers || outsideQuestions(problem).length > 0) return 'tried';
  if (!needsScript(problem)) {
    const grading = gradeProblem(problem, answers);
    const isRight = grading.type === 'graded' && grading.correctness === 'correct';
    if (!isRight) say('answer-refused', describe(answers));
    return 'tried';
  }
  let isLate = runScript === null;
  const runner: ScriptRunner = async (one) => {
    const ran = (await runScript?.(one)) ?? null;
    if (ran === null) isLate = true;
    return ran ?? { type: 'stopped', message: '' };
  };
  const grading = await gradeWithScripts(problem, answers, runner);
  if (isLate) return 'untried';
  // `expect` is what a check function compares with, which need not be what a learner has to write.
  if (grading.type === 'refused' || grading.correctness !== 'correct') {
    say('answer-refused-by-script', describe(answers));
  }
  return 'tried';
}

function sayBroken({ because, line }: { readonly because: string; readonly line?: number }, say: Say): 'tried' {
  say('problem-broken', line ? `${line}: ${because}` : because);
  return 'tried';
}

function describe(answers: Readonly<Record<string, unknown>>): string {
  return Object.values(answers)
    .map((answer) => (typeof answer === 'string' ? answer : JSON.stringify(answer)))
    .join('; ');
}
