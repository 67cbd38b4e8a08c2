import type { Writing } from '../../kernel/database/index.ts';
import { lockState, updateState } from './block-state-store.ts';
import type { BlockReader } from './enter-course.ts';
import { keyOf, openProblem, type ProblemRefusal } from './problem-place.ts';
import type { LearningTools } from './tools.ts';

/** Shows one hint more; past the last one it begins again. @returns how many are shown now */
export async function askHint(
  w: Writing<'provide'>,
  tools: LearningTools,
  at: BlockReader,
): Promise<{ readonly type: 'hint'; readonly shown: number } | ProblemRefusal> {
  const stored = await lockState(w, keyOf(at));
  const open = await openProblem(w, tools, at, stored);
  if (open.type === 'refused') return open;
  const { problem, state } = open;
  const count = problem.hints.length;
  if (count === 0) return { type: 'refused', because: 'not-offered' };
  const shown = state.hintsShown >= count ? 1 : state.hintsShown + 1;
  await updateState(w, keyOf(at), { ...stored, problem: { ...state, hintsShown: shown } });
  return { type: 'hint', shown };
}
