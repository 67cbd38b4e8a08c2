import type { Reading } from '../../kernel/database/index.ts';
import type { Block, BlockId, CourseVersion } from '../courses/index.ts';
import type { Problem } from '../problems/index.ts';
import type { BlockState } from './block-state.ts';
import { selectState } from './block-state-store.ts';
import type { BlockReader, CourseReader } from './enter-course.ts';
import { makeProblemView } from './make-problem-view.ts';
import { keyOf } from './problem-place.ts';
import { type ProblemRules, problemRules } from './problem-rules.ts';
import { isProblem } from './problem-source.ts';
import type { ProblemView } from './problem-view.ts';
import { problemStateOf } from './start-of-problem.ts';
import type { LearningTools } from './tools.ts';

/**
 * A problem as this learner finds it: drawn for their seed, with what they did; or why it can't be shown. `preparing`:
 * its Python is still at work, and the page did not wait any longer.
 */
export type ShownProblem =
  | { readonly type: 'shown'; readonly problem: Problem; readonly view: ProblemView }
  | { readonly type: 'broken'; readonly because: string }
  | { readonly type: 'preparing' };

const rulesByBlock = new WeakMap<Block, ProblemRules>();

function rulesOf(version: CourseVersion, block: Block): ProblemRules {
  let rules = rulesByBlock.get(block);
  if (!rules) {
    rules = problemRules(version, block);
    rulesByBlock.set(block, rules);
  }
  return rules;
}

/** The problems with those ids, for one page. Waits for nothing when all were drawn before. */
export async function showProblems(
  r: Reading<'provide'>,
  tools: LearningTools,
  reader: CourseReader,
  ids: readonly BlockId[],
  states: Readonly<Record<BlockId, BlockState>>,
): Promise<ReadonlyMap<BlockId, ShownProblem>> {
  const shown = new Map<BlockId, ShownProblem>();
  // All at once: pages wait for Python no longer with ten problems than with one.
  const found = await Promise.all(
    ids.map((id) => {
      const block = reader.version.blocks.get(id);
      return block ? showOne(r, tools, reader, block, states[id] ?? null) : null;
    }),
  );
  found.forEach((one, at) => {
    if (one) shown.set(ids[at]!, one);
  });
  return shown;
}

/** One problem, as after an answer: with its state read anew. */
export async function showProblem(r: Reading<'provide'>, tools: LearningTools, at: BlockReader): Promise<ShownProblem> {
  return showOne(r, tools, at, at.block, await selectState(r, keyOf(at)));
}

async function showOne(
  r: Reading<'provide'>,
  tools: LearningTools,
  reader: CourseReader,
  block: Block,
  stored: BlockState | null,
): Promise<ShownProblem> {
  if (!isProblem(block)) return { type: 'broken', because: block.error ?? 'It holds nothing.' };
  const rules = rulesOf(reader.version, block);
  const state = problemStateOf(block, reader.courseKey, rules, reader.personId, stored);
  const problem = tools.drawn.peek(reader, block, state.seed) ?? (await tools.drawn.draw(r, reader, block, state.seed));
  if (problem.type !== 'problem') return problem;
  const mayAnswer = reader.isEnrolled || reader.isStaff;
  const view = makeProblemView({ block, problem, rules }, state, { isStaff: reader.isStaff, mayAnswer }, r.now());
  return { type: 'shown', problem, view };
}
