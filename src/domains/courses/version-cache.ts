import { LRUCache } from 'lru-cache';
import type { CourseVersion } from './course.ts';
import type { Manifest } from './manifest.ts';
import type { StoredBlock } from './stored-block.ts';

/** A version as authors' tools and the export need it: what the sources say, nothing decoded. */
export interface StoredVersion {
  readonly versionId: string;
  readonly courseKey: string;
  readonly number: number;
  readonly parentId: string | null;
  readonly root: StoredBlock;
  readonly manifest: Manifest;
}

/** Versions held in memory. They never change, so nothing is ever stale; the house builds one and passes it on. */
export interface VersionCache {
  find(versionId: string): CourseVersion | null;
  keep(version: CourseVersion): void;
  findStored(versionId: string): StoredVersion | null;
  keepStored(version: StoredVersion): void;
}

/** Bounded by blocks, since a version weighs by them: about 2 kB each. */
export function createVersionCache(options: { readonly blocks_max: number } = { blocks_max: 50_000 }): VersionCache {
  const { blocks_max } = options;
  const versions = new LRUCache<string, CourseVersion>({
    maxSize: blocks_max,
    // A course of more blocks than fit would never be kept and be read anew for each page.
    sizeCalculation: (version) => Math.min(version.blocks.size + 1, blocks_max),
  });
  // Versions of one course share most of their blocks, so that many weigh little more than one.
  const stored = new LRUCache<string, StoredVersion>({ max: most_stored });
  return {
    find: (versionId) => versions.get(versionId) ?? null,
    keep: (version) => void versions.set(version.versionId, version),
    findStored: (versionId) => stored.get(versionId) ?? null,
    keepStored: (version) => void stored.set(version.versionId, version),
  };
}

/** For the courses that are being edited now: their drafts and what is published of them. */
const most_stored = 50;
