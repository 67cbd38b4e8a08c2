import type { Writing } from '../../kernel/database/index.ts';
import type { CourseKey } from './course.ts';
import { formatKey, parseKey } from './course-key.ts';
import { createVersion, ensureCourse } from './create-version.ts';
import type { StoredBlock } from './stored-block.ts';

/** What a new course begins with. */
export interface CourseBeginning {
  readonly org: string;
  /** As Open edX calls the middle of a key: `Rivers`, `CS101`. */
  readonly number: string;
  readonly run: string;
  readonly title: string;
  /** A BCP 47 tag. */
  readonly language: string;
  /** Of its first blocks, for the author to change. */
  readonly names: { readonly section: string; readonly subsection: string; readonly unit: string };
  /** The line beside its first version. */
  readonly message: string;
}

/** The course is there, or was refused and nothing changed. */
export type CourseBegun =
  | { readonly type: 'begun'; readonly courseKey: CourseKey }
  | { readonly type: 'refused'; readonly because: 'no-key' | 'key-taken' };

const empty = { contentHash: null, layoutHash: null, error: null, embedded: {}, source: {} };

/**
 * Begins a course from nothing: one section with one subsection with one unit, and open from today on once it is published.
 * Refused when its key is none, or there is a course with it already, in whatever case.
 */
export async function beginCourse(
  w: Writing<'provide'>,
  beginning: CourseBeginning,
  author: string,
): Promise<CourseBegun> {
  const { org, number, run, message } = beginning;
  const parts = { kind: 'course', org, number, run } as const;
  if (!parseKey(formatKey(parts))) return { type: 'refused', because: 'no-key' };
  const made = await ensureCourse(w, parts);
  if (made.type === 'refused' || !made.isNew) return { type: 'refused', because: 'key-taken' };
  const { courseKey } = made;
  const root = firstTree(beginning, () => w.newId().replaceAll('-', ''), w.now());
  const manifest = { folder: '', documents: {}, files: {} };
  await createVersion(w, { courseKey, author, message, root, manifest, contents: new Map() });
  return { type: 'begun', courseKey };
}

function firstTree({ run, title, language, names }: CourseBeginning, newName: () => string, now: Date): StoredBlock {
  const block = (tag: string, displayName: string, children: StoredBlock[]): StoredBlock => ({
    ...empty,
    tag,
    name: newName(),
    attributes: { display_name: displayName },
    children,
  });
  const unit = block('vertical', names.unit, []);
  const section = block('chapter', names.section, [block('sequential', names.subsection, [unit])]);
  const start = `${now.toISOString().slice(0, 10)}T00:00:00Z`;
  return {
    ...empty,
    tag: 'course',
    name: run,
    attributes: { display_name: title, language, start },
    children: [section],
  };
}
