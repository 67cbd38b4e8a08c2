import type { Reading } from '../../kernel/database/index.ts';
import { selectCompleted } from './completion-store.ts';
import type { CourseReader } from './enter-course.ts';
import type { OutlineUnit } from './outline.ts';
import { selectPosition, selectPositions } from './position-store.ts';

/** Where to go on: the unit where the reader was last, else the first one; null when none is open. */
export async function findResumeUnit(
  r: Reading<'provide'>,
  { personId, courseKey, outline }: CourseReader,
): Promise<{ readonly unit: OutlineUnit; readonly isFresh: boolean } | null> {
  const last = await selectPosition(r, personId, courseKey);
  const unit = last === null ? undefined : outline.unitsById.get(last);
  if (unit) return { unit, isFresh: false };
  const [first] = outline.units;
  return first ? { unit: first, isFresh: true } : null;
}

/** When the person was last in each of their courses, by course key. */
export async function listLastVisits(r: Reading<'provide'>, personId: string): Promise<ReadonlyMap<string, Date>> {
  const rows = await selectPositions(r, personId);
  return new Map(rows.map(({ course_key, reached_at }) => [course_key, reached_at]));
}

/** The units that the reader is done with, and how many of all that is. */
export interface Progress {
  readonly doneUnits: ReadonlySet<string>;
  readonly done: number;
  readonly all: number;
}

/** How far the reader is, by the units of their outline. */
export async function findProgress(r: Reading<'provide'>, reader: CourseReader): Promise<Progress> {
  return progressOf(reader.outline.units, await selectCompleted(r, reader.personId, reader.courseKey));
}

function progressOf(units: readonly OutlineUnit[], completed: readonly string[]): Progress {
  const done = new Set(completed);
  const doneUnits = new Set(units.filter((unit) => isDone(unit, done)).map(({ id }) => id));
  return { doneUnits, done: doneUnits.size, all: units.length };
}

/** Whether all of a unit is done. A unit without anything to do never is. */
export function isDone({ completable }: OutlineUnit, done: ReadonlySet<string>): boolean {
  return completable.length > 0 && completable.every((id) => done.has(id));
}
