import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from './errors.ts';

/** The lock on a data folder: one process at a time owns the database in it. */
export interface FolderLock {
  release(): void;
}

/** Who holds a folder: the process, and when it began (a number of a dead process is used again). */
interface Holder {
  readonly pid: number;
  readonly began: string;
}

/**
 * Takes the folder for this process, making it where it is missing. A lock left by a killed process is taken over.
 *
 * @throws OperatorError when another living process has it, or the folder can't be written
 */
export function lockDataFolder(folder: string): FolderLock {
  const file = path.join(folder, 'lock');
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new OperatorError(`The data folder ${folder} can't be made: ${(error as Error).message}`);
  }
  for (let tries = 0; tries < 2; tries++) {
    if (create(file)) return { release: () => rmSync(file, { force: true }) };
    const holder = findLiveHolder(folder);
    if (holder) {
      throw new OperatorError(
        `The data folder ${folder} is in use by another mooc (process ${holder.pid}): stop that one, or set MOOC_DATA to another folder.`,
      );
    }
    rmSync(file, { force: true });
  }
  throw new OperatorError(`The data folder ${folder} was taken by another process just now.`);
}

/** The living process that holds the folder, or null. */
export function findLiveHolder(folder: string): Holder | null {
  let holder: Holder;
  try {
    holder = JSON.parse(readFileSync(path.join(folder, 'lock'), 'utf8')) as Holder;
  } catch {
    return null;
  }
  return beganOf(holder.pid) === holder.began ? holder : null;
}

function create(file: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, JSON.stringify({ pid: process.pid, began: beganOf(process.pid) } satisfies Holder));
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new OperatorError(`The data folder ${path.dirname(file)} can't be written: ${(error as Error).message}`);
  }
}

/** When a living process began, as its system tells it; an empty word for a dead one. */
function beganOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return isAlive(pid) ? 'unknown' : '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
