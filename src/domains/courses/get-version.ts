import type { Reading } from '../../kernel/database/index.ts';
import { selectBlockTree } from './block-store.ts';
import { buildVersion } from './build-version.ts';
import { selectContents } from './content-store.ts';
import type { CourseKey, CourseVersion } from './course.ts';
import { selectCourseHeads } from './course-store.ts';
import { decodeText } from './decode-text.ts';
import { openDocuments } from './documents.ts';
import type { StoredBlock } from './stored-block.ts';
import type { StoredVersion, VersionCache } from './version-cache.ts';
import { selectVersion } from './version-store.ts';

/** What learners see of the course, or null when nothing is published. One statement when the version is in the cache. */
export async function getPublishedVersion(
  r: Reading<'provide'>,
  cache: VersionCache,
  courseKey: CourseKey,
): Promise<CourseVersion | null> {
  const heads = await selectCourseHeads(r, courseKey);
  return heads?.published_version ? getVersion(r, cache, heads.published_version) : null;
}

/** What authors work on, drafts included; null when there is no such course. */
export async function getDraftVersion(
  r: Reading<'provide'>,
  cache: VersionCache,
  courseKey: CourseKey,
): Promise<CourseVersion | null> {
  const heads = await selectCourseHeads(r, courseKey);
  return heads?.draft_version ? getVersion(r, cache, heads.draft_version) : null;
}

/** The version of that id. It never changes, so from the cache where it is there. Throws when there is none. */
export async function getVersion(
  r: Reading<'provide'>,
  cache: VersionCache,
  versionId: string,
): Promise<CourseVersion> {
  const known = cache.find(versionId);
  if (known) return known;
  const { root, manifest, ...facts } = await getStoredVersion(r, versionId, cache);
  const wanted = Object.values(manifest.documents);
  if (root.layoutHash) wanted.push(root.layoutHash);
  const bodies = await getContents(r, wanted);
  const layout = root.layoutHash ? (bodies.get(root.layoutHash) ?? null) : null;
  const documents = openDocuments(manifest, bodies, layout);
  const version = buildVersion({ ...facts, root, documents });
  cache.keep(version);
  return version;
}

/**
 * The stored form of a version: to change it and hand it to `createVersion`, or to write it out. Without a cache it is
 * read from the database.
 */
export async function getStoredVersion(
  r: Reading<'provide'>,
  versionId: string,
  cache: VersionCache | null = null,
): Promise<StoredVersion> {
  const known = cache?.findStored(versionId);
  if (known) return known;
  const record = await selectVersion(r, versionId);
  if (!record) throw new Error(`there is no version ${versionId}`);
  const { courseKey, number, parentId, manifest, rootHash } = record;
  const version = { versionId, courseKey, number, parentId, manifest, root: await selectBlockTree(r, rootHash) };
  cache?.keepStored(version);
  return version;
}

/** A block with all that is below it, by its hash, from whichever course. Throws when it is not stored. */
export function getStoredBlock(r: Reading<'provide'>, hash: string): Promise<StoredBlock> {
  return selectBlockTree(r, hash);
}

/** Contents as bytes, by hash, in one statement; 10,000 at most. Those that are missing are not in the map. */
export async function getContentBytes(r: Reading<'provide'>, hashes: readonly string[]): Promise<Map<string, Buffer>> {
  if (hashes.length > 10_000) throw new Error('more than 10,000 contents at once');
  return selectContents(r, [...new Set(hashes)]);
}

/** The same as text: UTF-8, or Windows-1252 where an author's tool wrote that. */
export async function getContents(r: Reading<'provide'>, hashes: readonly string[]): Promise<Map<string, string>> {
  const bytes = await getContentBytes(r, hashes);
  return new Map([...bytes].map(([hash, body]) => [hash, decodeText(body)]));
}

/** One content as text. Throws when it is not stored: a block's `contentHash` always is. */
export async function getContent(r: Reading<'provide'>, hash: string): Promise<string> {
  const text = (await getContents(r, [hash])).get(hash);
  if (text === undefined) throw new Error(`content ${hash} is not stored`);
  return text;
}
