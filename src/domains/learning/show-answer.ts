import type { Writing } from '../../kernel/database/index.ts';
import { lockState, updateState } from './block-state-store.ts';
import type { BlockReader } from './enter-course.ts';
import { keyOf, openProblem, type ProblemRefusal } from './problem-place.ts';
import { sightOf } from './problem-rules.ts';
import type { LearningTools } from './tools.ts';

/** Shows the right answers and the solutions, when the author's setting lets this reader see them now. */
export async function showAnswer(
  w: Writing<'provide'>,
  tools: LearningTools,
  at: BlockReader,
): Promise<{ readonly type: 'shown' } | ProblemRefusal> {
  const stored = await lockState(w, keyOf(at));
  const open = await openProblem(w, tools, at, stored);
  if (open.type === 'refused') return open;
  const { rules, state } = open;
  if (!sightOf(rules, state, at.isStaff, w.now()).answer) return { type: 'refused', because: 'not-offered' };
  await updateState(w, keyOf(at), { ...stored, problem: { ...state, isAnswerShown: true } });
  return { type: 'shown' };
}
