import { buffer } from 'node:stream/consumers';
import type { Database, Reading } from '../../kernel/database/index.ts';
import { OperatorError } from '../../kernel/errors.ts';
import type { FileStore } from '../assets/index.ts';
import {
  type CourseRecord,
  findCourse,
  getContentBytes,
  getStoredVersion,
  inFolder,
  type KeyParts,
  type Manifest,
  type StoredBlock,
  walkBlocks,
} from '../courses/index.ts';
import { isDraftPath, writeCourse } from './write/write-course.ts';
import { writeFiles } from './write/write-files.ts';

/** What was written. */
export interface ExportResult {
  readonly courseKey: string;
  readonly files: number;
}

const contentsAtOnce = 2000;

/**
 * Writes a course to a folder, or to an archive when the path ends in `.tar.gz`, in the Open edX format: what is public
 * as the course, what authors work on as drafts.
 *
 * @throws OperatorError when there is no such course, or something is at the path already
 */
export async function exportCourse(
  ground: { readonly database: Pick<Database, 'read'>; readonly files: FileStore },
  courseKey: string,
  target: string,
): Promise<ExportResult> {
  const r = ground.database.read('provide');
  const course = await getCourse(r, courseKey);
  const head = await getStoredVersion(r, course.draftVersion);
  // Libraries have no drafts: Open edX reads none of theirs.
  const isDrafted = course.kind === 'course' && course.baseVersion !== null;
  const base = isDrafted ? await getStoredVersion(r, course.baseVersion!) : head;
  const contents = await readContents(r, [head.root, base.root], head.manifest);
  const key: KeyParts = course;
  const { manifest } = head;
  const drafts = await loadDrafts(manifest, ground.files);
  const files = writeCourse({ key, base: base.root, head: head.root, manifest, contents, drafts });
  await writeFiles(target, course.kind, files, ground.files);
  return { courseKey, files: files.size };
}

/** The course with that key and a draft, as all courses have that were made. */
export async function getCourse(
  r: Reading<'provide'>,
  courseKey: string,
): Promise<CourseRecord & { readonly draftVersion: string }> {
  const course = await findCourse(r, courseKey);
  if (course?.draftVersion) return { ...course, draftVersion: course.draftVersion };
  throw new OperatorError(`There is no course ${courseKey} here. Its key looks like course-v1:Org+Course+Run.`);
}

/** All that trees and a manifest's documents name, by hash. */
export async function readContents(
  r: Reading<'provide'>,
  roots: readonly StoredBlock[],
  manifest: Manifest,
): Promise<Map<string, Uint8Array>> {
  const contents = new Map<string, Uint8Array>();
  const wanted = hashesOf(roots, manifest);
  for (let i = 0; i < wanted.length; i += contentsAtOnce) {
    for (const [hash, body] of await getContentBytes(r, wanted.slice(i, i + contentsAtOnce))) contents.set(hash, body);
  }
  return contents;
}

function hashesOf(roots: readonly StoredBlock[], manifest: Manifest): string[] {
  const hashes = new Set(Object.values(manifest.documents));
  for (const root of roots) {
    for (const block of walkBlocks(root)) {
      if (block.contentHash) hashes.add(block.contentHash);
      if (block.layoutHash) hashes.add(block.layoutHash);
    }
  }
  return [...hashes];
}

async function loadDrafts(manifest: Manifest, store: FileStore): Promise<Map<string, Buffer>> {
  const drafts = new Map<string, Buffer>();
  for (const [path, file] of Object.entries(manifest.files)) {
    if (!isDraftPath(manifest, path)) continue;
    const stream = await store.open(file.hash);
    if (!stream)
      throw new OperatorError(`The file ${path} is missing in MOOC_DATA/files: bring it back from a backup.`);
    drafts.set(path.slice(inFolder(manifest, '').length), await buffer(stream));
  }
  return drafts;
}
