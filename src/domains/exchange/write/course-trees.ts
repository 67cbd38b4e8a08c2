import type { KeyParts, StoredBlock } from '../../courses/index.ts';

/** A course's two trees: what is public, and what its authors work on. The same one when there are no drafts. */
export interface CourseTrees {
  readonly key: KeyParts;
  readonly base: StoredBlock;
  readonly head: StoredBlock;
}
