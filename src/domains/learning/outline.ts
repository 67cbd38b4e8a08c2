import type { Block, BlockId, CourseVersion } from '../courses/index.ts';
import { accessTo, type ReaderStanding } from './access.ts';
import { isAsking } from './asking.ts';
import { completableIn } from './completable.ts';
import { isProblemTag } from './problem-source.ts';

/** The course as one kind of reader finds it at a time: what is open, in order, and what opens when. */
export interface Outline {
  readonly version: CourseVersion;
  /** When the whole course opens, if it has not. */
  readonly opens: Date | null;
  readonly sections: readonly OutlineSection[];
  /** All open units that have a place in the outline, in order. */
  readonly units: readonly OutlineUnit[];
  /** Open units by id, with those that are hidden from the outline and reached only by their address. */
  readonly unitsById: ReadonlyMap<BlockId, OutlineUnit>;
  /** The unit that a block stands in, for any block in an open unit. */
  readonly unitOf: ReadonlyMap<BlockId, OutlineUnit>;
  /** From then on the outline is another one; null for never. */
  readonly validUntil: Date | null;
}

/** A section (`chapter`) that the reader sees, open or with the day on which it opens. */
export interface OutlineSection {
  readonly id: BlockId;
  readonly title: string;
  readonly isStaffOnly: boolean;
  /** Set while it is closed and known to open. */
  readonly opens: Date | null;
  readonly subsections: readonly OutlineSubsection[];
}

/** A subsection (`sequential`), or a unit that stands straight in a section. */
export interface OutlineSubsection {
  readonly id: BlockId;
  readonly title: string;
  readonly isStaffOnly: boolean;
  readonly opens: Date | null;
  /** The subsection that this reader must pass first. */
  readonly after: { readonly id: BlockId; readonly title: string } | null;
  /** The assignment type (`Homework`), when it is graded. */
  readonly format: string | null;
  readonly due: Date | null;
  readonly units: readonly OutlineUnit[];
}

/** A unit that is open to the reader. */
export interface OutlineUnit {
  readonly block: Block;
  readonly id: BlockId;
  readonly title: string;
  readonly isStaffOnly: boolean;
  readonly section: { readonly id: BlockId; readonly title: string };
  readonly subsection: { readonly id: BlockId; readonly title: string };
  /** Place among `units`; -1 when it is hidden from the outline. */
  readonly index: number;
  /** Blocks that must be done for the unit to be done. */
  readonly completable: readonly BlockId[];
  readonly problems: readonly BlockId[];
  /** Polls, surveys and word clouds. */
  readonly asked: readonly BlockId[];
}

const sequences: ReadonlySet<string> = new Set(['sequential', 'videosequence', 'problemset']);

/** Makes the outline for learners, beta testers or staff; `now` decides what is open. */
export function makeOutline(version: CourseVersion, reader: ReaderStanding, now: Date): Outline {
  const units: OutlineUnit[] = [];
  const unitsById = new Map<BlockId, OutlineUnit>();
  const isOpen = (block: Block) => accessTo(version, block, reader, now);

  function unitAt(block: Block, section: Block, subsection: Block): OutlineUnit[] {
    if (isOpen(block).type === 'closed') return [];
    const isListed = reader.isStaff || !block.effective.hide_from_toc;
    const unit: OutlineUnit = {
      block,
      id: block.id,
      title: block.displayName,
      isStaffOnly: block.effective.visible_to_staff_only,
      section: { id: section.id, title: section.displayName },
      subsection: { id: subsection.id, title: subsection.displayName },
      index: isListed ? units.length : -1,
      completable: completableIn(block),
      problems: problemsIn(block),
      asked: askedIn(block),
    };
    if (!unitsById.has(unit.id)) unitsById.set(unit.id, unit);
    if (isListed) units.push(unit);
    return isListed ? [unit] : [];
  }

  function subsectionAt(block: Block, section: Block): OutlineSubsection[] {
    const access = isOpen(block);
    const opens = access.type === 'closed' ? access.opens : null;
    if (access.type === 'closed' && opens === null) return [];
    const inside = sequences.has(block.tag) ? block.children : [block];
    const found = access.type === 'open' ? inside.flatMap((unit) => unitAt(unit, section, block)) : [];
    if (block.effective.hide_from_toc && !reader.isStaff) return [];
    return [
      { ...headOf(block), opens, after: null, format: formatOf(block), due: dateOf(block.effective.due), units: found },
    ];
  }

  const sections = version.root.children.flatMap((block): OutlineSection[] => {
    const access = isOpen(block);
    const opens = access.type === 'closed' ? access.opens : null;
    if (access.type === 'closed' && opens === null) return [];
    const inside = sequences.has(block.tag) || block.children.length === 0 ? [block] : block.children;
    const subsections = access.type === 'open' ? inside.flatMap((child) => subsectionAt(child, block)) : [];
    if (block.effective.hide_from_toc && !reader.isStaff) return [];
    return [{ ...headOf(block), opens, subsections }];
  });

  const root = isOpen(version.root);
  return {
    version,
    opens: root.type === 'closed' ? root.opens : null,
    sections,
    units,
    unitsById,
    unitOf: unitsByBlock(unitsById),
    validUntil: nextChange(version, reader, now),
  };
}

function problemsIn(block: Block): readonly BlockId[] {
  return isProblemTag(block.tag) ? [block.id] : block.children.flatMap(problemsIn);
}

function askedIn(block: Block): readonly BlockId[] {
  return isAsking(block.tag) ? [block.id] : block.children.flatMap(askedIn);
}

function headOf(block: Block) {
  return { id: block.id, title: block.displayName, isStaffOnly: block.effective.visible_to_staff_only };
}

function formatOf(block: Block): string | null {
  const { format } = block.settings;
  return block.effective.graded && typeof format === 'string' && format !== '' ? format : null;
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

function unitsByBlock(units: ReadonlyMap<BlockId, OutlineUnit>): Map<BlockId, OutlineUnit> {
  const byBlock = new Map<BlockId, OutlineUnit>();
  const put = (block: Block, unit: OutlineUnit) => {
    if (!byBlock.has(block.id)) byBlock.set(block.id, unit);
    for (const child of block.children) put(child, unit);
  };
  for (const unit of units.values()) put(unit.block, unit);
  return byBlock;
}

/** The first instant to come at which a start or a due date changes what is open. Staff see everything always. */
function nextChange(version: CourseVersion, reader: ReaderStanding, now: Date): Date | null {
  if (reader.isStaff) return null;
  const early_ms = (days: number | null) => (reader.isBetaTester ? (days ?? 0) * 86_400_000 : 0);
  let next = Number.POSITIVE_INFINITY;
  const consider = (instant: string | null, before_ms = 0) => {
    // One millisecond on: content opens strictly after its start.
    const at = instant === null ? Number.NaN : Date.parse(instant) - before_ms + 1;
    if (at > now.getTime()) next = Math.min(next, at);
  };
  consider(version.info.start);
  consider(version.info.end);
  for (const { effective } of version.blocks.values()) {
    consider(effective.start, early_ms(effective.days_early_for_beta));
    consider(effective.due);
  }
  return next === Number.POSITIVE_INFINITY ? null : new Date(next);
}

const made = new WeakMap<CourseVersion, Map<string, Outline>>();

/** The outline that holds now, kept in memory while the version is and until a date changes it. */
export function outlineFor(version: CourseVersion, reader: ReaderStanding, now: Date): Outline {
  const kind = reader.isStaff ? 'staff' : reader.isBetaTester ? 'beta' : 'learner';
  let kinds = made.get(version);
  if (!kinds) {
    kinds = new Map();
    made.set(version, kinds);
  }
  const kept = kinds.get(kind);
  if (kept && (kept.validUntil === null || now < kept.validUntil)) return kept;
  const outline = makeOutline(version, reader, now);
  kinds.set(kind, outline);
  return outline;
}
