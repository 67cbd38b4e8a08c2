import type { Config } from './config.ts';
import type { Database } from './kernel/database/index.ts';
import type { Log } from './kernel/log/log.ts';

/** What the house hands to its surfaces (pages, API, command line): the powers to act, built once in `house.ts`. */
export interface Powers {
  readonly config: Config;
  readonly database: Database;
  readonly log: Log;
}
