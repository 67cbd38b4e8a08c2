import type { Config } from '../config.ts';
import type { House } from '../house.ts';

/** A command of `mooc`: one file each, calling the same verbs as the pages. */
export interface Command {
  /** As typed: `import`, `person export`. */
  readonly name: string;
  /** What stands behind the name: `PATH --org KEY [--publish]`. */
  readonly usage: string;
  /** One line for `mooc help`. */
  readonly summary: string;
  /** The flags it takes; those with `string` take a value. */
  readonly flags: Readonly<Record<string, 'string' | 'boolean'>>;
  run(call: CommandCall): Promise<void>;
}

export interface CommandCall {
  /** What stands behind the name and is no flag. */
  readonly args: readonly string[];
  readonly flags: Readonly<Record<string, string | boolean | undefined>>;
  readonly config: Config;
  /** Opens the house; a command that needs no database does not ask. It is closed when the command ends. */
  house(): Promise<House>;
  readonly out: Output;
}

export interface Output {
  /** A line for people; nothing when `--json` was given. */
  say(line: string): void;
  /** What the command reports: JSON with `--json`, else what `toText` makes of it. */
  report<T>(value: T, toText: (value: T) => string): void;
  /** How far it has come, on a terminal only. */
  progress(line: string): void;
}

/** The call was wrong: said with the command's usage, exit code 2. */
export class UsageError extends Error {}
