import type { KeyParts, Manifest, StoredBlock } from '../../courses/index.ts';

/** A whole course, as an archive says it and as a version stores it. */
export interface CourseModel {
  readonly key: KeyParts;
  /** What is public: the tree without drafts. */
  readonly root: StoredBlock;
  /** The same tree with the drafts of `drafts/` in their places; null when there are none. */
  readonly draftRoot: StoredBlock | null;
  readonly manifest: Manifest;
  /** Everything that the trees and the manifest's documents name, by hash. */
  readonly contents: ReadonlyMap<string, Uint8Array>;
}
