import type { Writing } from '../../kernel/database/index.ts';
import type { CourseBegun } from './begin-course.ts';
import { formatKey, parseKey } from './course-key.ts';
import { createVersion, ensureCourse } from './create-version.ts';
import type { StoredBlock } from './stored-block.ts';

/** What a new library begins with. */
export interface LibraryBeginning {
  readonly org: string;
  /** The end of its key: `library-v1:LakeU+Rivers`. */
  readonly number: string;
  readonly title: string;
  /** The line beside its first version. */
  readonly message: string;
}

/** Begins a library with nothing in it. Refused when its key is none, or there is a library with it, in whatever case. */
export async function beginLibrary(
  w: Writing<'provide'>,
  { org, number, title, message }: LibraryBeginning,
  author: string,
): Promise<CourseBegun> {
  const parts = { kind: 'library', org, number, run: '' } as const;
  if (!parseKey(formatKey(parts))) return { type: 'refused', because: 'no-key' };
  const made = await ensureCourse(w, parts);
  if (made.type === 'refused' || !made.isNew) return { type: 'refused', because: 'key-taken' };
  const { courseKey } = made;
  const root: StoredBlock = {
    tag: 'library',
    name: 'library',
    // As Open edX writes libraries, and the only way in which it reads them: whole in library.xml.
    attributes: { 'xblock-family': 'xblock.v1', display_name: title },
    contentHash: null,
    layoutHash: null,
    error: null,
    embedded: {},
    source: { inline: true },
    children: [],
  };
  const manifest = { folder: '', documents: {}, files: {} };
  await createVersion(w, { courseKey, author, message, root, manifest, contents: new Map() });
  return { type: 'begun', courseKey };
}
