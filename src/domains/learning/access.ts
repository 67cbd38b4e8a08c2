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
  const above = block.parent ? accessTo(version, block.parent, reader, now) : open;
  return above.type === 'closed' ? above : accessAt(version, block, reader, now);
}

function accessAt(version: CourseVersion, block: Block, reader: ReaderStanding, now: Date): Access {
  const { effective } = block;
  const settings = {
    start: effective.start === null ? null : new Date(effective.start),
    isStaffOnly: effective.visible_to_staff_only,
    daysEarlyForBeta: effective.days_early_for_beta,
  };
  const byDate = accessByDate(settings, reader, now);
  if (byDate.type === 'closed') return byDate;
  // Nobody is in a content group yet, so what is kept for groups is kept from every learner.
  if (Object.keys(effective.group_access).length > 0) return { type: 'closed', because: 'other-group', opens: null };
  const hiding = {
    hideAfterDue: block.settings.hide_after_due === true,
    due: effective.due,
    courseEnd: version.info.end,
    isSelfPaced: effective.self_paced,
  };
  return isHiddenAfterDue(hiding, reader, now) ? { type: 'closed', because: 'hidden-after-due', opens: null } : open;
}
