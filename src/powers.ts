import type { Config } from './config.ts';
import type { FileStore } from './domains/assets/index.ts';
import type { VersionCache } from './domains/courses/index.ts';
import type { ImportDesk } from './domains/exchange/index.ts';
import type { LearningTools, RenderedUnits, SeenIntake, UnitPages } from './domains/learning/index.ts';
import type { Metrics } from './domains/ops/index.ts';
import type { MailingSender } from './domains/outreach/index.ts';
import type { LiveDocuments } from './domains/policy/index.ts';
import type { Intake } from './domains/tracking/index.ts';
import type { Database } from './kernel/database/index.ts';
import type { Holdings } from './kernel/holdings/index.ts';
import type { Log } from './kernel/log/log.ts';
import type { RenderedUnit } from './web/learner/render/rendered-unit.ts';

/** What the house hands to its surfaces (pages, API, command line): the powers to act, built once in `house.ts`. */
export interface Powers {
  readonly config: Config;
  readonly database: Database;
  readonly log: Log;
  /** The data map of the whole house: what is exported and erased. */
  readonly map: Holdings;
  /** What the process counts about itself. */
  readonly metrics: Metrics;
  /** The site's own documents: policy, terms, Honor Code. */
  readonly documents: LiveDocuments;
  /** Course versions in memory. */
  readonly versions: VersionCache;
  /** The bytes of courses' files. */
  readonly files: FileStore;
  /** Makes courses of uploaded archives. */
  readonly imports: ImportDesk;
  /** Where events go in. */
  readonly intake: Intake;
  readonly learning: Learning;
  /** Sends mailings; null without a mail server. */
  readonly mailings: MailingSender | null;
}

/** What the learner's pages work with. */
export interface Learning extends LearningTools {
  readonly unitPages: UnitPages;
  /** Units rendered once for all readers. */
  readonly units: RenderedUnits<RenderedUnit>;
  /** Where goes in what readers have seen. */
  readonly seen: SeenIntake;
  /** Writes what waits and ends what runs: before the database closes. */
  close(): Promise<void>;
}
