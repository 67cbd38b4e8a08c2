import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { OperatorError } from '../errors.ts';
import { newId } from '../ids.ts';
import { type ClusterUser, closedFolder, clusterUser, findBinaries } from './cluster-user.ts';

/** The database superuser of the embedded cluster: it initialises and migrates, and never serves. */
export const clusterOwner = 'mooc_owner';

/** PostgreSQL as a child of ours, reached by a socket that only its user may enter. */
export interface Cluster {
  readonly socketFolder: string;
  /** Where the files lie: elsewhere than asked for when the user `postgres` can't reach that place. */
  readonly folder: string;
  /** Waits for open transactions to be rolled back and the last page to be written. */
  stop(): Promise<void>;
}

/** Settings for one site on a small machine; all that bear on durability stay as PostgreSQL has them. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  wal_recycle: 'off',
  max_wal_size: '512MB',
  jit: 'off',
  // LOG and above: an ERROR's text may hold a person's values.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
};

/** Starts the cluster in `folder`, making it first where there is none. One left running by a killed mooc is stopped. */
export async function startCluster(folder: string, overrides: Readonly<Record<string, string>> = {}): Promise<Cluster> {
  const user = clusterUser();
  const home = reachableFolder(folder, user);
  const { initdb, postgres } = findBinaries(user);
  mkdirSync(path.dirname(home), { recursive: true });
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (user.other) chownSync(home, user.other.uid, user.other.gid);

  if (!existsSync(path.join(home, 'PG_VERSION'))) await initialise(initdb, home, user);
  await stopLeftover(home);
  const socketFolder = makeSocketFolder(home, user);
  const child = launch(postgres, home, socketFolder, user, { ...settings, ...overrides });
  await waitUntilReady(child);
  return { socketFolder, folder: home, stop: () => stopChild(child) };
}

/**
 * Where the files can lie: as asked, or, where the user `postgres` can't get there, in a folder of its own whose name is
 * written down beside, so that an emptied data folder starts with an empty database.
 */
function reachableFolder(folder: string, user: ClusterUser): string {
  if (!closedFolder(folder, user)) return path.resolve(folder);
  const note = `${path.resolve(folder)}-lies-elsewhere`;
  if (!existsSync(note)) {
    mkdirSync(path.dirname(note), { recursive: true });
    writeFileSync(note, path.join('/var/lib/mooc', `database-${newId()}`));
  }
  return readFileSync(note, 'utf8');
}

async function initialise(initdb: string, home: string, user: ClusterUser): Promise<void> {
  const options = ['--pgdata', home, '--username', clusterOwner, '--auth', 'trust', '--encoding', 'UTF8'];
  options.push('--locale-provider', 'builtin', '--locale', 'C.UTF-8', '--no-instructions');
  try {
    await promisify(execFile)(initdb, options, { ...user.other, cwd: '/', env: environment() });
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    const said = String((error as { stderr?: string }).stderr ?? error)
      .trim()
      .split('\n')
      .at(-1);
    throw new OperatorError(`PostgreSQL could not be set up in ${home}: ${said}`);
  }
}

/** PostgreSQL sees nothing of our environment; its messages are English because we read them. */
function environment(): NodeJS.ProcessEnv {
  return { LC_ALL: 'C', TZ: 'UTC' };
}

/** Where the cluster of `folder` listens, for whoever works beside the process that started it. */
export function socketFolderOf(folder: string): string {
  return socketFolderIn(reachableFolder(folder, clusterUser()));
}

/** The socket lies beside the data, or, where that path is too long for a socket (107 bytes), in the temporary folder. */
function socketFolderIn(home: string): string {
  const beside = path.join(home, 'socket');
  const name = createHash('sha256').update(home).digest('hex').slice(0, 16);
  return Buffer.byteLength(beside) < 85 ? beside : path.join(tmpdir(), `mooc-${name}`);
}

function makeSocketFolder(home: string, user: ClusterUser): string {
  const folder = socketFolderIn(home);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user.other) chownSync(folder, user.other.uid, user.other.gid);
  chmodSync(folder, 0o700);
  return folder;
}

function launch(
  postgres: string,
  home: string,
  socketFolder: string,
  user: ClusterUser,
  values: Readonly<Record<string, string>>,
): ChildProcess {
  const flags = Object.entries({ ...values, unix_socket_directories: socketFolder }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  return spawn(postgres, ['-D', home, ...flags], {
    ...user.other,
    cwd: '/',
    env: environment(),
    // A process group of its own: Ctrl-C reaches us first, and we stop it in order.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function waitUntilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const onData = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
      if (said.includes('ready to accept connections')) {
        child.stderr!.off('data', onData);
        child.stderr!.resume();
        child.off('exit', onExit);
        resolve();
      }
    };
    const onExit = () =>
      reject(new OperatorError(`PostgreSQL did not start: ${said.trim().split('\n').at(-1) ?? 'no reason given'}`));
    child.stderr!.on('data', onData);
    child.once('exit', onExit);
    child.once('error', (error) => reject(new OperatorError(`PostgreSQL did not start: ${error.message}`)));
  });
}

function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}

/** A killed mooc leaves its PostgreSQL behind. The caller holds the folder's lock, so the leftover is nobody's. */
async function stopLeftover(home: string): Promise<void> {
  const pidFile = path.join(home, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (!isPostgresOf(home, pid)) return;
  process.kill(pid, 'SIGINT');
  for (let waited_ms = 0; isPostgresOf(home, pid) && waited_ms < 30_000; waited_ms += 20) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** After a power cut the number may be another program's, which must not be stopped. */
function isPostgresOf(home: string, pid: number): boolean {
  try {
    return argumentsOf(pid).includes(` -D ${home} -c `);
  } catch {
    return false;
  }
}

/** What a process was started with, blanks between. @throws when there is no such process */
function argumentsOf(pid: number): string {
  if (platform() === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' });
}
