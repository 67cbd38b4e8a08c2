import { randomInt } from 'node:crypto';
import type { Writing } from '../../kernel/database/index.ts';
import { problemButtons, refusalToReset, resetDrawsAnew } from '../problems/index.ts';
import { freshState } from './block-state.ts';
import { lockState, updateState } from './block-state-store.ts';
import type { BlockReader } from './enter-course.ts';
import { keyOf, openProblem, type ProblemRefusal } from './problem-place.ts';
import { attemptState } from './problem-rules.ts';
import type { LearningTools } from './tools.ts';

/** Open edX draws from 0 to 999. */
const seeds = 1_000;

/** Clears answers and marks and keeps the attempts; draws another variant where the author wants that. */
export async function resetProblem(
  w: Writing<'provide'>,
  tools: LearningTools,
  at: BlockReader,
): Promise<{ readonly type: 'reset' } | ProblemRefusal> {
  const stored = await lockState(w, keyOf(at));
  const open = await openProblem(w, tools, at, stored);
  if (open.type === 'refused') return open;
  const { rules, state } = open;
  const standing = attemptState(state);
  const refusal = refusalToReset(rules, standing, w.now().getTime());
  if (refusal) return refusal.because === 'too-soon' ? { type: 'refused', because: 'closed' } : refusal;
  if (!problemButtons(rules, standing, w.now().getTime()).hasReset) return { type: 'refused', because: 'not-offered' };
  const seed = resetDrawsAnew(rules) ? randomInt(seeds) : state.seed;
  const { attempts, submittedAt, hintsShown, score } = state;
  // The score stays: what was earned is not lost by trying another variant.
  await updateState(w, keyOf(at), {
    ...stored,
    problem: { ...freshState(seed), attempts, submittedAt, hintsShown, score },
  });
  return { type: 'reset' };
}
