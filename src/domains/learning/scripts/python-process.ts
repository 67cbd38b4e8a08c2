import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../../../kernel/project-root.ts';
import type { ScriptJob, ScriptOutcome } from '../../problems/index.ts';
import type { ScriptLimits } from './limits.ts';

/** One child process that runs scripts, one at a time. */
export interface PythonProcess {
  /** Ends the process when the run meets a limit; {@link isAlive} says so. */
  run(job: ScriptJob): Promise<ScriptOutcome>;
  isAlive(): boolean;
  end(): void;
}

export interface PythonStart {
  readonly limits: ScriptLimits;
  readonly snapshotFile: string | null;
  /** Files that the operator adds to Python. */
  readonly wheels: readonly string[];
  /** The course's own python_lib.zip. */
  readonly library: Uint8Array | null;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** A cold start takes 2 s on an idle machine. */
const start_ms = 120_000;
const heap_megabytes = 192;
const watchEvery_ms = 20;
const longestErrors_chars = 1_000;
const page_bytes = 4096;

export const pyodideFolder = dirname(fileURLToPath(import.meta.resolve('pyodide')));
/** Files that the child runs are sources as they stand, also where the rest of us was built into one file. */
const ownFolder = join(projectRoot, 'src/domains/learning/scripts');
export const childFolder = join(ownFolder, 'child');
export const pythonFolder = join(ownFolder, 'python');

/** The flags are the wall: what is not allowed here, no code in the process can do. */
export function processFlags(readable: readonly string[]): string[] {
  return [
    '--permission',
    ...[pyodideFolder, childFolder, pythonFolder, ...readable].map((path) => `--allow-fs-read=${path}`),
    '--disallow-code-generation-from-strings',
    `--max-old-space-size=${heap_megabytes}`,
    '--no-warnings',
  ];
}

/** Only a shell can set a limit that the system itself keeps; it then becomes the program. */
const limitedCommand = 'ulimit -t "$1" && shift && exec "$@"';

function spawnChild({ limits, snapshotFile, wheels }: PythonStart): Child {
  const program = [join(childFolder, 'python-child.ts'), pyodideFolder, pythonFolder];
  const command = [process.execPath, ...processFlags([...(snapshotFile ? [snapshotFile] : []), ...wheels]), ...program];
  return spawn('/bin/sh', ['-c', limitedCommand, 'sh', String(limits.process_seconds), ...command], {
    env: {},
    cwd: '/',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

function firstLine(start: PythonStart, savesSnapshot: boolean): string {
  const { limits, snapshotFile, wheels, library } = start;
  return `${JSON.stringify({
    memory_bytes: limits.memory_bytes,
    snapshotFile,
    savesSnapshot,
    wheels,
    library: library && Buffer.from(library).toString('base64'),
  })}\n`;
}

/** The memory that a process holds, or 0 where the system does not tell it so cheaply (then the other limits hold). */
function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * page_bytes;
  } catch {
    return 0;
  }
}

type Ended = { readonly type: 'ended'; readonly because: string };

/** Waits for one line, or for the end of the process, of the time or of the memory; the last three end the process. */
function nextLine(child: Child, limits: ScriptLimits, wait_ms: number): Promise<string | Ended> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const settle = (result: string | Ended) => {
      clearTimeout(clock);
      clearInterval(watch);
      child.stdout.off('data', onData);
      child.off('exit', onExit);
      if (typeof result !== 'string') child.kill('SIGKILL');
      resolve(result);
    };
    const stop = (because: string) => settle({ type: 'ended', because });
    const onData = (chunk: Buffer) => {
      const end = chunk.indexOf(10);
      chunks.push(end === -1 ? chunk : chunk.subarray(0, end));
      bytes += chunk.length;
      if (bytes > limits.answer_bytes) stop('The script answers with more than a problem may hold.');
      else if (end !== -1) settle(Buffer.concat(chunks).toString('utf8'));
    };
    const onExit = () =>
      stop('The script brought its process to an end: it took too much memory, or what is closed to scripts.');
    const clock = setTimeout(() => stop(`The script ran longer than ${wait_ms / 1000} seconds.`), wait_ms);
    const watch = setInterval(() => {
      if (residentBytes(child.pid ?? 0) > limits.process_bytes) {
        stop('The script needs more memory than a problem may have.');
      }
    }, watchEvery_ms);
    child.stdout.on('data', onData);
    child.on('exit', onExit);
    if (child.exitCode !== null || child.signalCode !== null) onExit();
  });
}

function withNumbers(_key: string, value: unknown): unknown {
  const marked = (value as { $number?: unknown } | null)?.$number;
  if (marked === undefined) return value;
  return marked === 'nan' ? Number.NaN : marked === 'inf' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

/** The answer to the job of that number; null for anything else, which only a process in wrong hands can write. */
function readOutcome(line: string, id: number): ScriptOutcome | null {
  const start = `${id} `;
  if (!line.startsWith(start)) return null;
  try {
    return JSON.parse(line.slice(start.length), withNumbers) as ScriptOutcome;
  } catch {
    return null;
  }
}

/** Lets nobody wait for this process when the server ends. */
function detach(child: Child): void {
  child.unref();
  for (const pipe of [child.stdin, child.stdout, child.stderr]) (pipe as unknown as { unref?(): void }).unref?.();
}

function watchErrors(child: Child): () => string {
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString('utf8')).slice(-longestErrors_chars);
  });
  child.on('error', (error) => {
    text += error.message;
  });
  child.stdin.on('error', () => undefined);
  return () => text.trim();
}

/** Starts a process and waits until it can run scripts. Throws where it cannot be started. */
export async function startPythonProcess(start: PythonStart): Promise<PythonProcess> {
  const child = spawnChild(start);
  const errors = watchErrors(child);
  child.stdin.write(firstLine(start, false));
  const ready = await nextLine(child, start.limits, start_ms);
  if (ready !== '{"type":"ready"}') {
    child.kill('SIGKILL');
    throw new Error(`Python could not be started: ${typeof ready === 'string' ? ready : ready.because} ${errors()}`);
  }
  detach(child);
  const end = () => void child.kill('SIGKILL');
  let id = 0;
  return {
    async run(job) {
      id += 1;
      child.stdin.write(`${id} ${JSON.stringify(job)}\n`);
      const line = await nextLine(child, start.limits, start.limits.run_ms);
      if (typeof line !== 'string') return { type: 'stopped', message: line.because };
      const outcome = readOutcome(line, id);
      if (!outcome) end();
      return outcome ?? { type: 'stopped', message: 'The script wrote to where only its process may write.' };
    },
    isAlive: () => child.exitCode === null && child.signalCode === null && !child.killed,
    end,
  };
}

/** Starts Python once without any course's code and gives its memory, from which others start eight times as fast. */
export async function makeSnapshot(start: PythonStart): Promise<Uint8Array> {
  const child = spawnChild(start);
  const errors = watchErrors(child);
  child.stdin.end(firstLine(start, true));
  const clock = setTimeout(() => child.kill('SIGKILL'), start_ms);
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  clearTimeout(clock);
  const snapshot = Buffer.concat(chunks);
  if (snapshot.length === 0) throw new Error(`Python could not be started: ${errors()}`);
  return snapshot;
}
