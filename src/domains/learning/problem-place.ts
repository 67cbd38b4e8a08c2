import type { Reading } from '../../kernel/database/index.ts';
import type { Problem } from '../problems/index.ts';
import type { BlockState, ProblemState } from './block-state.ts';
import type { StateKey } from './block-state-store.ts';
import type { BlockReader } from './enter-course.ts';
import { type ProblemRules, problemRules } from './problem-rules.ts';
import { isProblem } from './problem-source.ts';
import { problemStateOf } from './start-of-problem.ts';
import type { LearningTools } from './tools.ts';

/** A problem that can't be used, and why a verb did nothing. */
export type ProblemRefusal =
  | { readonly type: 'refused'; readonly because: 'not-enrolled' | 'no-problem' | 'broken' }
  /** Before work that counts the Honor Code is accepted. */
  | { readonly type: 'refused'; readonly because: 'honor-code' }
  /** The author's Python is not ready yet, was stopped, or judged what is no longer there: to be tried again. */
  | { readonly type: 'refused'; readonly because: 'preparing' | 'script-stopped' | 'overtaken' }
  /** A question that graders outside judge, on a site where none are connected. */
  | { readonly type: 'refused'; readonly because: 'no-grader' }
  | { readonly type: 'refused'; readonly because: 'closed' | 'reset-first' | 'not-done' | 'not-offered' }
  | { readonly type: 'refused'; readonly because: 'too-soon'; readonly remaining_seconds: number }
  /** The answer can't be read; `message` says to the learner what to mend. */
  | { readonly type: 'refused'; readonly because: 'unreadable'; readonly message: string };

export function keyOf(at: BlockReader): StateKey {
  return { personId: at.personId, courseKey: at.courseKey, blockId: at.block.id };
}

/** The problem that the reader stands at, drawn for their seed; or why it can't be worked on. */
export async function openProblem(
  r: Reading<'provide'>,
  tools: LearningTools,
  at: BlockReader,
  stored: BlockState | null,
): Promise<{ type: 'open'; problem: Problem; rules: ProblemRules; state: ProblemState } | ProblemRefusal> {
  if (!isProblem(at.block)) return { type: 'refused', because: 'no-problem' };
  const rules = problemRules(at.version, at.block);
  const state = problemStateOf(at.block, at.courseKey, rules, at.personId, stored);
  const problem = await tools.drawn.draw(r, at, at.block, state.seed);
  if (problem.type !== 'problem') return { type: 'refused', because: problem.type };
  return { type: 'open', problem, rules, state };
}
