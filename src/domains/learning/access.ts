import type { Block, CourseVersion } from '../courses/index.ts';

/** Who reads, as access rules see them. */
export interface ReaderStanding {
  readonly isStaff: boolean;
  readonly isBetaTester?: boolean;
}

export type ClosedBecause = 'staff-only' | 'not-started' | 'hidden-after-due' | 'other-group';

export type Access =
  | { readonly type: 'open' }
  | { readonly type: 'closed'; readonly because: ClosedBecause; readonly opens: Date | null };

export interface AccessSettings {
  /** When it starts; null is always. An instant that a calendar can't hold counts as the plain start. */
  readonly start: Date | null;
  readonly isStaffOnly: boolean;
  readonly daysEarlyForBeta: number | null;
}

/** A course that says no start begins then (Open edX's default), so that what is being built is not open by accident. */
export const startWithoutDate = '2030-01-01T00:00:00Z';

const open: Access = { type: 'open' };

/** By start and staff-only alone, as Open edX's `access.py` has it: strictly after the start. */
export function accessByDate(settings: AccessSettings, reader: ReaderStanding, now: Date): Access {
  if (reader.isStaff) return open;
  if (settings.isStaffOnly) return { type: 'closed', because: 'staff-only', opens: null };
  if (settings.start === null) return open;
  const opens = reader.isBetaTester ? earlier(settings.start, settings.daysEarlyForBeta ?? 0) : settings.start;
  return now > opens ? open : { type: 'closed', because: 'not-started', opens };
}

function earlier(start: Date, days: number): Date {
  const moved = new Date(start.getTime() - days * 86_400_000);
  return Number.isNaN(moved.getTime()) ? start : moved;
}

/** The start that holds for a block: the later of its own and its parents'; with several parents the earliest of those. */
export function effectiveStart(own: string | null, parents: readonly Date[]): Date {
  const inherited = Math.min(...parents.map((start) => start.getTime()));
  const mine = own === null ? null : Date.parse(own);
  if (parents.length === 0) return new Date(mine ?? Date.parse(startWithoutDate));
  return new Date(mine === null ? inherited : Math.max(inherited, mine));
}

export interface HidingSettings {
  readonly hideAfterDue: boolean;
  readonly due: string | null;
  readonly courseEnd: string | null;
  readonly isSelfPaced: boolean;
}

/** `hide_after_due`: gone from the due date on, without grace; in a self-paced course from its end on. */
export function isHiddenAfterDue(settings: HidingSettings, reader: ReaderStanding, now: Date): boolean {
  if (!settings.hideAfterDue || reader.isStaff) return false;
  const date = settings.isSelfPaced ? settings.courseEnd : settings.due;
  return date !== null && now >= new Date(date);
}

/** Access to a block and to all that it stands in: the first closed one on the way from the root decides. */
export function accessTo(version: CourseVersion, block: Block, reader: ReaderStanding, now: Date): Access {
  if (reader.isStaff) return open;
  const path = pathTo(block);
  let start: Date | null = null;
  for (const step of path) {
    start = effectiveStart(step.parent ? ownStart(step) : (version.info.start ?? ownStart(step)), start ? [start] : []);
    const access = accessAt(version, step, start, reader, now);
    if (access.type === 'closed') return access;
  }
  return open;
}

function accessAt(version: CourseVersion, block: Block, start: Date, reader: ReaderStanding, now: Date): Access {
  const { effective } = block;
  const byDate = accessByDate(
    { start, isStaffOnly: effective.visible_to_staff_only, daysEarlyForBeta: effective.days_early_for_beta },
    reader,
    now,
  );
  if (byDate.type === 'closed') return byDate;
  // Nobody is in a content group yet, so what is kept for groups is kept from every learner.
  if (Object.values(effective.group_access).some((groups) => groups.length > 0)) {
    return { type: 'closed', because: 'other-group', opens: null };
  }
  const hiding = {
    hideAfterDue: block.settings.hide_after_due === true,
    due: effective.due,
    courseEnd: version.info.end,
    isSelfPaced: effective.self_paced,
  };
  if (isHiddenAfterDue(hiding, reader, now)) return { type: 'closed', because: 'hidden-after-due', opens: null };
  return open;
}

function ownStart(block: Block): string | null {
  const { start } = block.settings;
  return typeof start === 'string' && !Number.isNaN(Date.parse(start)) ? start : null;
}

/** From the course down to the block itself. */
export function pathTo(block: Block): readonly Block[] {
  const path: Block[] = [];
  for (let step: Block | null = block; step; step = step.parent) path.unshift(step);
  return path;
}
