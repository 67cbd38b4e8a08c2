import type { Database } from '../../kernel/database/index.ts';
import { hasHonorCode } from '../policy/index.ts';
import { type Answers, needsScript } from '../problems/index.ts';
import type { BlockReader } from './enter-course.ts';
import { judgeByScript } from './judge-by-script.ts';
import type { ProblemRefusal } from './problem-place.ts';
import { type Answered, submitAnswer } from './submit-answer.ts';
import type { LearningTools } from './tools.ts';
import { type ShownProblem, showProblem } from './unit-problems.ts';

/** How often an answer is judged anew because another one of the same learner came first. */
const most_tries = 3;

/**
 * Hands in answers to a problem as it was shown. Where the author's Python judges, it is asked before the transaction:
 * nobody's state is locked meanwhile. Python that takes too long refuses with 'preparing', and no attempt counts. Before
 * work that counts a learner accepts the Honor Code, once in a course: until then it is refused with 'honor-code'.
 */
export async function handInAnswer(
  database: Database,
  tools: LearningTools,
  at: BlockReader,
  shown: ShownProblem,
  answers: Answers,
): Promise<Answered | ProblemRefusal> {
  if (!(await mayHandIn(database, tools, at))) return { type: 'refused', because: 'honor-code' };
  let now = shown;
  for (let tries = 1; ; tries++) {
    if (now.type !== 'shown') return { type: 'refused', because: now.type };
    const { problem, view } = now;
    const asksPython = needsScript(problem) && view.closed === null && tools.runnerFor(at.version) !== null;
    const place = { problem, seed: view.seed, attempt: view.attempts.used + 1 };
    const verdict = asksPython ? await judgeByScript(tools, at, place, answers) : null;
    if (asksPython && !verdict) return { type: 'refused', because: 'preparing' };
    const done = await database.write('provide', (w) => submitAnswer(w, tools, at, answers, verdict));
    if (done.type !== 'refused' || done.because !== 'overtaken' || tries === most_tries) return done;
    now = await showProblem(database.read('provide'), tools, at);
  }
}

/** Staff try problems, and nothing of theirs counts. */
async function mayHandIn(database: Database, { documents }: LearningTools, at: BlockReader): Promise<boolean> {
  if (!at.block.effective.graded || at.isStaff) return true;
  return hasHonorCode(database.read('provide'), at.personId, at.courseKey, documents);
}
