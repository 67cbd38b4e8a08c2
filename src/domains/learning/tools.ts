import type { VersionCache } from '../courses/index.ts';
import type { Documents } from '../policy/index.ts';
import type { DrawnProblems, RunnerFor } from './drawn-problems.ts';

/** What learning works with, built once by the house. */
export interface LearningTools {
  readonly versions: VersionCache;
  readonly drawn: DrawnProblems;
  /** Runs authors' Python; null where it can't be run. */
  readonly runnerFor: RunnerFor;
  /** The site's documents: the Honor Code comes before work that counts. */
  readonly documents: Documents;
  /** Whether graders outside of the site fetch answers; without them such questions take none. */
  readonly hasGraders: boolean;
}
