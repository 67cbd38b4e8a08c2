import { type Block, type CourseVersion, isInCircle, readDate, requiredBlock } from '../../courses/index.ts';
import { findDateFaults } from './date-faults.ts';
import type { Say } from './remark.ts';

const structure = new Set(['course', 'chapter', 'sequential', 'vertical']);
/** Before this, Open edX's studio writes 1970, and means that a part opens with what it stands in. */
const released = '1971';
const names: Readonly<Record<string, string>> = { course: 'chapter' };

/** Whether learners get to a block at all, and find something there. */
export function checkPlace(block: Block, version: CourseVersion, say: Say): void {
  const { info, root } = version;
  const { tag, parent, children, effective, settings, error } = block;
  if (error !== null) say('block-in-error', error);
  else if (children.length === 0 && structure.has(tag) && !effective.visible_to_staff_only) say('empty');
  const wanted = names[parent?.tag ?? ''];
  if (wanted !== undefined && tag !== wanted) say('wrong-place');
  const shutBy = (one: Block | null) =>
    Object.values(one?.effective.group_access ?? {}).some((ids) => ids.length === 0);
  if (shutBy(block) && !shutBy(parent)) say('no-group-left');
  const { required_content } = settings;
  if (tag === 'sequential' && required_content) {
    if (!requiredBlock(version, block)) say('prerequisite-missing', String(required_content));
    else if (isInCircle(version, block)) say('prerequisite-circle');
  }
  if (block === root || effective.visible_to_staff_only) return;
  const own = { start: ownDate(settings.start, say), due: ownDate(settings.due, say) };
  const { start, due } = effective;
  const isOwn = own.start !== null || own.due !== null;
  if (isOwn && start && due && start > due) say('start-after-due', span(start, due));
  const opens = parent?.effective.start;
  if (own.start && own.start > released && opens && own.start < opens && structure.has(tag))
    say('opens-with-parent', span(own.start, opens));
  if (own.start && info.end && own.start > info.end) say('never-opens', span(own.start, info.end));
  if (own.due && info.end && own.due > info.end) say('due-after-end', span(own.due, info.end));
}

/** The dates of the course as a whole. */
export function checkCourseDates({ info }: CourseVersion, say: Say): void {
  for (const { code, dates } of findDateFaults(info)) say(code, span(...dates));
}

function ownDate(written: unknown, say: Say): string | null {
  if (written === undefined || written === null || written === '' || written === 'null') return null;
  const date = readDate(written);
  if (date === null) say('date-unreadable', String(written));
  return date;
}

function span(one: string, other: string): string {
  return [one, other].map((date) => date.slice(0, 16).replace('T', ' ')).join(' → ');
}
