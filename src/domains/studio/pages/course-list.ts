import type { CourseVersion, SettingValue, StoredVersion } from '../../courses/index.ts';
import { hashContent } from '../../courses/index.ts';
import type { NewCourse } from '../set-course.ts';

/** The course as a list of it is read and written: the draft, as readers see it, and the texts that are asked for. */
export interface OpenCourse {
  readonly draft: StoredVersion;
  readonly version: CourseVersion;
  /** The list of updates as Studio keeps it, not checked; null when there is none. */
  readonly updateItems: unknown;
}

/** A record as the format has it, with keys that mooc may not know: they stay. */
export type Entry = Readonly<Record<string, SettingValue>>;

/** One of the lists that a course has beside its outline, and how it is written in the format. */
export interface CourseList<T> {
  readonly most: number;
  read(course: OpenCourse): readonly T[];
  /** What names an item for as long as it is there. */
  keyOf(item: T): string;
  write(course: OpenCourse, items: readonly T[]): Pick<NewCourse, 'settings' | 'texts'>;
  /** What a person reads of an item: both sides are shown when two changed it at once. */
  readable(item: T): string;
}

/** Which edition of an item somebody has before them. */
export function editionOfItem(item: unknown): string {
  return hashContent(Buffer.from(JSON.stringify(item)));
}

/** Records out of a setting; whatever is none is left out. */
export function entriesOf(value: unknown): readonly Entry[] {
  if (!Array.isArray(value)) return [];
  return value.filter((entry): entry is Entry => entry !== null && typeof entry === 'object' && !Array.isArray(entry));
}

/** A text out of a record: numbers as they are written, nothing else. */
export function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
