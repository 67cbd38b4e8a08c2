import type { Database, Reading } from '../../kernel/database/index.ts';
import { OperatorError } from '../../kernel/errors.ts';
import type { FileStore } from '../assets/index.ts';
import { getStoredVersion, type KeyParts, type StoredVersion } from '../courses/index.ts';
import { type ExportResult, getCourse, readContents } from './export-course.ts';
import { noteName, writeNote } from './pulled-note.ts';
import type { OutputFiles } from './write/output.ts';
import { isDraftPath, writeCourse } from './write/write-course.ts';
import { writeFiles } from './write/write-files.ts';

/** What was written, and of which version. */
export interface PullResult extends ExportResult {
  readonly version: number;
}

/**
 * Writes what authors work on to a new folder, to be edited there and pushed back: the course as an export writes it,
 * but with each block in one place only (no `drafts/`), and a note of the version.
 *
 * @throws OperatorError when there is no such course, or something is in the folder already
 */
export async function pullCourse(
  ground: { readonly database: Pick<Database, 'read'>; readonly files: FileStore },
  courseKey: string,
  folder: string,
): Promise<PullResult> {
  if (/\.(?:tar\.gz|tgz)$/i.test(folder)) {
    throw new OperatorError(
      `${folder} is the name of an archive: name a folder. For an archive there is 'mooc export'.`,
    );
  }
  const r = ground.database.read('provide');
  const course = await getCourse(r, courseKey);
  const version = await getStoredVersion(r, course.draftVersion);
  const files = await writePulled(r, course, version);
  const count = files.size;
  files.set(noteName, { bytes: writeNote({ course: courseKey, version: version.versionId, number: version.number }) });
  await writeFiles(folder, course.kind, files, ground.files);
  return { courseKey, files: count, version: version.number };
}

/** The files of a version as they are pulled. */
export async function writePulled(
  r: Reading<'provide'>,
  key: KeyParts,
  version: Pick<StoredVersion, 'root' | 'manifest'>,
): Promise<OutputFiles> {
  const { root, manifest } = withoutDrafts(version);
  const contents = await readContents(r, [root], manifest);
  return writeCourse({ key, base: root, head: root, manifest, contents, drafts: new Map() });
}

/** What is pulled holds each block once: what an import brought below `drafts/` stays with the course. */
export function withoutDrafts<V extends Pick<StoredVersion, 'root' | 'manifest'>>(version: V): V {
  const { manifest } = version;
  const kept = Object.entries(manifest.files).filter(([path]) => !isDraftPath(manifest, path));
  return { ...version, manifest: { ...manifest, files: Object.fromEntries(kept) } };
}
