import type { Block, BlockId, CourseVersion, SettingValue } from './course.ts';

/** What must be passed before a subsection opens. */
export interface Prerequisite {
  /** The subsection that comes first. */
  readonly first: Block;
  /** Of its points. */
  readonly score_percent: number;
  /** Of its blocks; null when the author asks for points alone. */
  readonly completion_percent: number | null;
}

const known = new WeakMap<CourseVersion, ReadonlyMap<BlockId, Prerequisite>>();

/**
 * The subsections of a course that open only after another one (`required_content`), by id. Those in a circle are left
 * out, as are those that name what is not there: nobody could ever open them.
 */
export function prerequisitesIn(version: CourseVersion): ReadonlyMap<BlockId, Prerequisite> {
  let found = known.get(version);
  if (!found) {
    found = readPrerequisites(version);
    known.set(version, found);
  }
  return found;
}

function readPrerequisites(version: CourseVersion): ReadonlyMap<BlockId, Prerequisite> {
  const found = new Map<BlockId, Prerequisite>();
  for (const block of version.blocks.values()) {
    const first = requiredBlock(version, block);
    if (!first || isInCircle(version, block)) continue;
    const completion_percent = percentOf(block.settings.min_completion);
    found.set(block.id, { first, score_percent: percentOf(block.settings.min_score) ?? 100, completion_percent });
  }
  return found;
}

/** The subsection that a block names as its prerequisite, or null. Of the key only the name counts: a re-run has another run. */
export function requiredBlock(
  { blocks }: CourseVersion,
  { tag, settings }: Block,
  written: SettingValue | undefined = settings.required_content,
): Block | null {
  if (tag !== 'sequential' || typeof written !== 'string') return null;
  const name = written.trim().split(/[/@]/).at(-1);
  return name ? (blocks.get(`sequential@${name}`) ?? null) : null;
}

/** Whether a subsection would come to wait for itself if its prerequisite were the one that is written. */
export function isInCircle(version: CourseVersion, block: Block, written?: SettingValue): boolean {
  const passed = new Set<BlockId>();
  let first = requiredBlock(version, block, written);
  while (first && !passed.has(first.id)) {
    if (first.id === block.id) return true;
    passed.add(first.id);
    first = requiredBlock(version, first);
  }
  return false;
}

function percentOf(written: SettingValue | undefined): number | null {
  if (written === undefined || written === null || written === '') return null;
  const number = Number(written);
  return Number.isFinite(number) ? Math.min(100, Math.max(0, number)) : null;
}
