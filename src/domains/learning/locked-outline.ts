import type { BlockId } from '../courses/index.ts';
import type { Locks } from './locks.ts';
import type { Outline, OutlineUnit } from './outline.ts';

const most_kept = 256;

/** Shared by all readers to whom the same is closed, since pages are kept by their outline. */
const made = new WeakMap<Outline, Map<string, Outline>>();

/** The outline without the units of closed subsections, which stay in it by their names. */
export function lockedOutline(outline: Outline, locks: Locks): Outline {
  if (locks.size === 0) return outline;
  const key = [...locks.keys()].join('\n');
  let kept = made.get(outline);
  if (!kept || kept.size >= most_kept) {
    kept = new Map();
    made.set(outline, kept);
  }
  let locked = kept.get(key);
  if (!locked) {
    locked = withoutLocked(outline, locks);
    kept.set(key, locked);
  }
  return locked;
}

function withoutLocked(outline: Outline, locks: Locks): Outline {
  const isOpen = ({ subsection }: OutlineUnit) => !locks.has(subsection.id);
  const units = outline.units.filter(isOpen).map((unit, index): OutlineUnit => ({ ...unit, index }));
  const listed = new Map(units.map((unit) => [unit.id, unit]));
  const current = (unit: OutlineUnit) => (unit.index < 0 ? unit : (listed.get(unit.id) ?? unit));
  const open = (all: ReadonlyMap<BlockId, OutlineUnit>) =>
    new Map([...all].filter(([, unit]) => isOpen(unit)).map(([id, unit]) => [id, current(unit)]));
  const sections = outline.sections.map((section) => ({
    ...section,
    subsections: section.subsections.map((subsection) => ({
      ...subsection,
      after: locks.get(subsection.id)?.first ?? null,
      units: subsection.units.filter(isOpen).map(current),
    })),
  }));
  return { ...outline, sections, units, unitsById: open(outline.unitsById), unitOf: open(outline.unitOf) };
}
