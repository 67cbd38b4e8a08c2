import type { Writing } from '../../kernel/database/index.ts';
import { type Answers, problemButtons, refusalToSave } from '../problems/index.ts';
import { lockState, updateState } from './block-state-store.ts';
import type { BlockReader } from './enter-course.ts';
import { givenAnswers } from './given-answers.ts';
import { keyOf, openProblem, type ProblemRefusal } from './problem-place.ts';
import { attemptState } from './problem-rules.ts';
import type { LearningTools } from './tools.ts';

/** Keeps answers ungraded, where the problem offers that. */
export async function saveAnswer(
  w: Writing<'provide'>,
  tools: LearningTools,
  at: BlockReader,
  answers: Answers,
): Promise<{ readonly type: 'saved' } | ProblemRefusal> {
  const stored = await lockState(w, keyOf(at));
  const open = await openProblem(w, tools, at, stored);
  if (open.type === 'refused') return open;
  const { problem, rules, state } = open;
  const standing = attemptState(state);
  const refusal = refusalToSave(rules, standing, w.now().getTime());
  if (refusal) return refusal;
  if (!problemButtons(rules, standing, w.now().getTime()).hasSave) return { type: 'refused', because: 'not-offered' };
  const given = givenAnswers(problem, answers);
  await updateState(w, keyOf(at), {
    ...stored,
    problem: { ...state, answers: given, marks: {}, feedback: [], refusal: null },
  });
  return { type: 'saved' };
}
