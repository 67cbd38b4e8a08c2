import type { Reading } from '../../kernel/database/index.ts';
import { selectBlockTree } from './block-store.ts';
import { buildVersion } from './build-version.ts';
import { selectContents } from './content-store.ts';
import type { CourseKey, CourseVersion } from './course.ts';
import { selectCourseHeads } from './course-store.ts';
import { decodeText } from './decode-text.ts';
import { openDocuments } from './documents.ts';
import type { Manifest } from './manifest.ts';
import type { StoredBlock } from './stored-block.ts';
import type { VersionCache } from './version-cache.ts';
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
  const { record, root, manifest } = await readStored(r, versionId);
  const wanted = Object.values(manifest.documents);
  if (root.layoutHash) wanted.push(root.layoutHash);
  const bodies = await getContents(r, wanted);
  const layout = root.layoutHash ? (bodies.get(root.layoutHash) ?? null) : null;
  const { courseKey, number, parentId } = record;
  const documents = openDocuments(manifest, bodies, layout);
  const version = buildVersion({ versionId, courseKey, number, parentId, root, documents });
  cache.keep(version);
  return version;
}

/** A version as authors' tools and the export need it: what the sources say, nothing decoded. Never cached. */
export interface StoredVersion {
  readonly versionId: string;
  readonly courseKey: CourseKey;
  readonly root: StoredBlock;
  readonly manifest: Manifest;
}

/** The stored form of a version: to change it and hand it to `createVersion`, or to write it out. */
export async function getStoredVersion(r: Reading<'provide'>, versionId: string): Promise<StoredVersion> {
  const { record, root, manifest } = await readStored(r, versionId);
  return { versionId, courseKey: record.courseKey, root, manifest };
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

async function readStored(r: Reading<'provide'>, versionId: string) {
  const record = await selectVersion(r, versionId);
  if (!record) throw new Error(`there is no version ${versionId}`);
  return { record, root: await selectBlockTree(r, record.rootHash), manifest: record.manifest };
}
