import type { Reading } from '../../kernel/database/index.ts';
import { type Block, type BlockId, type CourseVersion, type Prerequisite, prerequisitesIn } from '../courses/index.ts';
import { shownPoints } from '../problems/index.ts';
import type { BlockState } from './block-state.ts';
import type { Outline } from './outline.ts';
import { problemRules, sightOf } from './problem-rules.ts';
import { isProblem } from './problem-source.ts';
import { isSelection, selectChildren } from './selection.ts';
import { problemStateOf } from './start-of-problem.ts';
import type { LearningTools } from './tools.ts';

/** Why a subsection is closed to one reader: what comes first, and how far they are with it. */
export interface Lock {
  readonly first: { readonly id: BlockId; readonly title: string };
  /** Null where it asks for none; `reached` is null while the reader may not see how they were marked. */
  readonly score: { readonly reached_percent: number | null; readonly needed_percent: number } | null;
  readonly completion: { readonly done_percent: number; readonly needed_percent: number } | null;
}

/** By the id of the closed subsection. */
export type Locks = ReadonlyMap<BlockId, Lock>;

/** What a reader did in a course, as far as locks ask. */
export interface Deeds {
  readonly states: Readonly<Record<BlockId, BlockState>>;
  readonly completed: ReadonlySet<BlockId>;
}

export const noLocks: Locks = new Map();

const problemsByVersion = new WeakMap<CourseVersion, readonly BlockId[]>();

/** The problems whose marks decide what opens in a course: none in most. */
export function decidingProblems(version: CourseVersion): readonly BlockId[] {
  let ids = problemsByVersion.get(version);
  if (!ids) {
    const firsts = new Set([...prerequisitesIn(version).values()].map(({ first }) => first));
    ids = [...firsts].flatMap((first) => problemsIn(first, null)).map(({ id }) => id);
    problemsByVersion.set(version, ids);
  }
  return ids;
}

/** The subsections that are closed to a reader until they have passed another one. */
export async function findLocks(
  r: Reading<'provide'>,
  tools: LearningTools,
  reader: { readonly personId: string; readonly version: CourseVersion; readonly outline: Outline },
  deeds: Deeds,
): Promise<Locks> {
  const locks = new Map<BlockId, Lock>();
  for (const [id, prerequisite] of prerequisitesIn(reader.version)) {
    const lock = await lockBy(r, tools, reader, prerequisite, deeds);
    if (lock) locks.set(id, lock);
  }
  return locks;
}

async function lockBy(
  r: Reading<'provide'>,
  tools: LearningTools,
  reader: Parameters<typeof findLocks>[2],
  { first, score_percent, completion_percent }: Prerequisite,
  deeds: Deeds,
): Promise<Lock | null> {
  const score = await scoreOf(r, tools, reader, first, deeds);
  // Where there is nothing to score, the points that are asked for stand for having done all.
  const needed = completion_percent ?? (score.possible === 0 && score_percent > 0 ? 100 : null);
  const reached = percent(score.earned, score.possible);
  const done = completionOf(reader.outline, first.id, deeds.completed);
  const isScored = score.possible === 0 || reached >= score_percent;
  const isCompleted = needed === null || done >= needed;
  if (isScored && isCompleted) return null;
  return {
    first: { id: first.id, title: first.displayName },
    score: isScored
      ? null
      : { reached_percent: score.isShown ? Math.floor(reached) : null, needed_percent: score_percent },
    completion: isCompleted ? null : { done_percent: Math.floor(done), needed_percent: needed },
  };
}

/** The points of a subsection as this reader has them; a problem that they have not touched counts with all that it gives. */
async function scoreOf(
  r: Reading<'provide'>,
  tools: LearningTools,
  { personId, version }: Parameters<typeof findLocks>[2],
  subsection: Block,
  { states }: Deeds,
) {
  const total = { earned: 0, possible: 0, isShown: true };
  for (const block of problemsIn(subsection, personId)) {
    const rules = problemRules(version, block);
    const state = problemStateOf(block, version.courseKey, rules, personId, states[block.id] ?? null);
    if (!sightOf(rules, state, false, r.now()).marks) total.isShown = false;
    if (state.score) {
      total.earned += state.score.earned;
      total.possible += state.score.possible;
      continue;
    }
    const drawn = await tools.drawn.draw(r, { personId, version }, block, state.seed);
    const inputs = drawn.type === 'problem' ? drawn.responses.flatMap((response) => response.inputs) : [];
    const raw = { earned: 0, possible: inputs.reduce((sum, { max }) => sum + max, 0) };
    total.possible += shownPoints(raw, rules.weight).possible;
  }
  return total;
}

/** Problems below a block; for a person only those that were drawn for them. */
function problemsIn(block: Block, personId: string | null): readonly Block[] {
  if (block.effective.visible_to_staff_only) return [];
  if (isProblem(block)) return [block];
  const children = personId !== null && isSelection(block) ? selectChildren(block, personId) : block.children;
  return children.flatMap((child) => problemsIn(child, personId));
}

function completionOf({ units }: Outline, subsectionId: BlockId, completed: ReadonlySet<BlockId>): number {
  const all = units.filter(({ subsection }) => subsection.id === subsectionId).flatMap((unit) => unit.completable);
  return percent(all.filter((id) => completed.has(id)).length, all.length);
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (part / whole) * 100;
}
