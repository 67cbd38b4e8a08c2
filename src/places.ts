import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { erasureListName } from './domains/ops/index.ts';
import { OperatorError } from './kernel/errors.ts';

/** Everything that may lie in a data folder, and what it is. Nothing of a person's lies there that the data map does not know. */
const entries = {
  lock: 'which process has the folder',
  database: 'PostgreSQL',
  files: 'files of courses, by hash',
  [erasureListName]: 'who was erased, by ids that lead nowhere, for backups that are restored',
  uploads: 'archives that are being uploaded',
  cache: 'what can be made again',
  wheels: 'Python packages that the operator adds',
} as const;

/** Where things lie in a data folder, beside the database. */
export interface Places {
  /** Files of courses, by hash. */
  readonly files: string;
  readonly erasureList: string;
  /** Archives that are being uploaded. */
  readonly uploads: string;
  /** A started Python's memory, so that the first script after a restart does not wait for a cold start. */
  readonly pythonSnapshot: string;
  /** Wheels that the operator adds to Python, such as numpy's. */
  readonly wheels: string;
}

export function placesIn(dataFolder: string): Places {
  return {
    files: path.join(dataFolder, 'files'),
    erasureList: path.join(dataFolder, erasureListName),
    uploads: path.join(dataFolder, 'uploads'),
    pythonSnapshot: path.join(dataFolder, 'cache', 'python'),
    wheels: path.join(dataFolder, 'wheels'),
  };
}

/**
 * Holds the folder against the list: what nobody declared would be in no export and no erasure.
 *
 * @throws OperatorError naming what does not belong there
 */
export function refuseUndeclaredFiles(dataFolder: string): void {
  if (!existsSync(dataFolder)) return;
  // A file system's own folder, where the data folder is a mounted disk.
  const known = new Set([...Object.keys(entries), 'lost+found']);
  const stray = readdirSync(dataFolder).filter((name) => !known.has(name));
  if (stray.length === 0) return;
  throw new OperatorError(
    `${stray.slice(0, 5).join(', ')} in ${dataFolder} was not put there by mooc, which can't answer for it: move it elsewhere.`,
  );
}
