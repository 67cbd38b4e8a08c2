import type { Reading } from '../../kernel/database/index.ts';
import type { Block } from '../courses/index.ts';
import { type Problem, problemSeed } from '../problems/index.ts';
import { type BlockState, freshState, type ProblemState } from './block-state.ts';
import type { StateKey } from './block-state-store.ts';
import type { BlockReader } from './enter-course.ts';
import { type ProblemRules, problemRules } from './problem-rules.ts';
import { isProblem } from './problem-source.ts';
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

/** What a learner's problem starts from; the same each time, so that looking at a problem stores nothing. */
export function problemStateOf(
  block: Block,
  courseKey: string,
  rules: ProblemRules,
  personId: string,
  state: BlockState | null,
): ProblemState {
  if (state?.problem) return state.problem;
  if (rules.rerandomize === 'never') return freshState(1);
  const usageKey = `${courseKey.replace(/^course-v1:/, 'block-v1:')}+type@${block.tag}+block@${block.name}`;
  return freshState(problemSeed(rules.rerandomize, personId, usageKey, lotOf(personId, usageKey)));
}

/** A number in [0, 1) from the person and the problem. FNV-1a: spread out, quick, and nothing depends on its secrecy. */
function lotOf(personId: string, usageKey: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${personId} ${usageKey}`) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return (hash >>> 0) / 2 ** 32;
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
