import { LRUCache } from 'lru-cache';
import type { CourseVersion } from './course.ts';

/** Versions held in memory. They never change, so nothing is ever stale; the house builds one and passes it on. */
export interface VersionCache {
  find(versionId: string): CourseVersion | null;
  keep(version: CourseVersion): void;
}

/** Bounded by blocks, since a version weighs by them: about 2 kB each. */
export function createVersionCache(options: { readonly blocks_max: number } = { blocks_max: 50_000 }): VersionCache {
  const versions = new LRUCache<string, CourseVersion>({
    maxSize: options.blocks_max,
    // A course of more blocks than fit would never be kept and be read anew for each page.
    sizeCalculation: (version) => Math.min(version.blocks.size + 1, options.blocks_max),
  });
  return {
    find: (versionId) => versions.get(versionId) ?? null,
    keep: (version) => void versions.set(version.versionId, version),
  };
}
