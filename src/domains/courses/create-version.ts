import type { Writing } from '../../kernel/database/index.ts';
import { insertBlockTree } from './block-store.ts';
import { insertContents } from './content-store.ts';
import type { CourseKey } from './course.ts';
import { formatKey, type KeyParts } from './course-key.ts';
import { insertCourse, lockCourse, selectNearKey, updateHeads } from './course-store.ts';
import type { Manifest } from './manifest.ts';
import type { StoredBlock } from './stored-block.ts';
import { insertManifest, insertVersion, selectLastNumber } from './version-store.ts';

/** The course is there, or its key is too much like another one. */
export type EnsureCourseResult =
  | { readonly type: 'there'; readonly courseKey: CourseKey; readonly isNew: boolean }
  | { readonly type: 'refused'; readonly because: 'key-taken'; readonly by: CourseKey };

/** The course with that key, made now if it is new. Refused when a key is there that differs in capital letters only. */
export async function ensureCourse(w: Writing<'provide'>, parts: KeyParts): Promise<EnsureCourseResult> {
  const courseKey = formatKey(parts);
  if (await insertCourse(w, courseKey, parts)) return { type: 'there', courseKey, isNew: true };
  const near = await selectNearKey(w, courseKey);
  if (near !== null && near !== courseKey) return { type: 'refused', because: 'key-taken', by: near };
  return { type: 'there', courseKey, isNew: false };
}

/** A version to be made: the whole course as it is to be, and whose it is. */
export interface NewVersion {
  readonly courseKey: CourseKey;
  /** The person who made it; null for an operator's command. */
  readonly author: string | null;
  /** One line on what changed. */
  readonly message: string;
  readonly root: StoredBlock;
  readonly manifest: Manifest;
  /** Contents that may be new, by hash. Those that the tree or manifest name and that are not here are stored already. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
  /** A tree that was read from a version and that `root` was made from: what both share is not sent again. */
  readonly madeFrom?: StoredBlock;
  /** The draft head that the change was made on: refused when another one is there by now. Left out: whichever. */
  readonly basedOn?: string;
  /** The version is no draft but what an archive says is public; see `CourseRecord.baseVersion`. */
  readonly isBase?: boolean;
}

/** The version is there, or was refused and nothing changed. */
export type CreateVersionResult =
  | { readonly type: 'created'; readonly versionId: string; readonly number: number }
  | { readonly type: 'refused'; readonly because: 'no-such-course' }
  | { readonly type: 'refused'; readonly because: 'changed-meanwhile'; readonly draftVersion: string | null };

/** Makes a version from a whole tree and moves the draft head to it. Only what is new is stored. */
export async function createVersion(w: Writing<'provide'>, change: NewVersion): Promise<CreateVersionResult> {
  const { courseKey, basedOn } = change;
  const course = await lockCourse(w, courseKey);
  if (!course) return { type: 'refused', because: 'no-such-course' };
  const { draftVersion } = course;
  if (basedOn !== undefined && basedOn !== draftVersion)
    return { type: 'refused', because: 'changed-meanwhile', draftVersion };
  const { versionId, number } = await storeVersion(w, change, draftVersion);
  await updateHeads(w, courseKey, { draft_version: versionId, ...(change.isBase && { base_version: versionId }) });
  return { type: 'created', versionId, number };
}

/** Stores a version of a course that is locked. No head moves. */
export async function storeVersion(
  w: Writing<'provide'>,
  version: Pick<NewVersion, 'courseKey' | 'author' | 'message' | 'root' | 'manifest' | 'contents' | 'madeFrom'>,
  parentId: string | null,
): Promise<{ readonly versionId: string; readonly number: number }> {
  const { courseKey, author, message, root, manifest, contents, madeFrom = null } = version;
  await insertContents(w, contents);
  const rootHash = await insertBlockTree(w, root, madeFrom);
  const manifestHash = await insertManifest(w, manifest);
  const versionId = w.newId();
  const number = (await selectLastNumber(w, courseKey)) + 1;
  await insertVersion(w, { id: versionId, courseKey, number, parentId, author, message, rootHash, manifestHash });
  return { versionId, number };
}
