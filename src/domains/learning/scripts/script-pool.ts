import type { ScriptJob, ScriptOutcome, ScriptRunner } from '../../problems/index.ts';
import { type ScriptLimits, usualLimits } from './limits.ts';
import { type PythonProcess, startPythonProcess } from './python-process.ts';
import { createScriptCache } from './script-cache.ts';
import { createSnapshotFile } from './snapshot-file.ts';

/** A published or draft version of a course: its scripts run together, and never with another's. */
export interface CourseScripts {
  /** Names course and version, and nothing else has this name. */
  readonly version: string;
  /** The course's own python_lib.zip; asked for when a process starts. */
  readonly library: () => Promise<Uint8Array | null>;
}

export interface ScriptPool {
  /** The runner for one version of a course. Making one is free: Python starts with the first script. */
  runnerFor(course: CourseScripts): ScriptRunner;
  /** Ends all processes; runs that wait are answered as stopped. */
  close(): Promise<void>;
}

export interface ScriptPoolSettings {
  readonly limits?: Partial<ScriptLimits>;
  /** About 230 MB each. */
  readonly processes_max?: number;
  /** A folder of wheels that the operator adds to Python, such as numpy's. */
  readonly wheelFolder?: string | null;
  /** A process that nobody needed for this long is ended. */
  readonly idle_ms?: number;
}

const WAITING_MAX = 500;

interface Worker {
  readonly version: string;
  /** null while it starts. */
  process: PythonProcess | null;
  isBusy: boolean;
  idleSince: number;
  clock?: NodeJS.Timeout;
}

interface Waiter {
  readonly course: CourseScripts;
  readonly give: (worker: Worker | null) => void;
}

const stopped = (message: string): ScriptOutcome => ({ type: 'stopped', message });

/**
 * Runs authors' Python in child processes that have nothing: no files, network, environment, children. A process serves
 * one version of one course only, because a script can change the Python around it; the longest idle one makes room for
 * another version. A process that met a limit is killed, and the next script gets a new one.
 */
export function createScriptPool(settings: ScriptPoolSettings = {}): ScriptPool {
  const { processes_max = 2, idle_ms = 300_000, wheelFolder = null } = settings;
  const limits = { ...usualLimits, ...settings.limits };
  const cache = createScriptCache();
  const snapshot = createSnapshotFile(limits);
  const workers = new Set<Worker>();
  const waiting: Waiter[] = [];
  let isClosed = false;

  const dismiss = (worker: Worker) => {
    workers.delete(worker);
    clearTimeout(worker.clock);
    worker.process?.end();
  };

  const findIdle = (version: string): Worker | null => {
    for (const worker of workers) if (!worker.isBusy && worker.version === version) return worker;
    return null;
  };

  /** A free worker for the version: one that is idle, a new one, or a new one in the place of another version's. */
  const take = (version: string): Worker | null => {
    const idle = findIdle(version);
    if (idle) {
      clearTimeout(idle.clock);
      idle.isBusy = true;
      return idle;
    }
    if (workers.size >= processes_max) {
      const others = [...workers].filter((worker) => !worker.isBusy).sort((a, b) => a.idleSince - b.idleSince);
      if (!others[0]) return null;
      dismiss(others[0]);
    }
    const worker: Worker = { version, process: null, isBusy: true, idleSince: 0 };
    workers.add(worker);
    return worker;
  };

  const giveBack = (worker: Worker) => {
    worker.isBusy = false;
    worker.idleSince = performance.now();
    if (!worker.process?.isAlive() || isClosed) dismiss(worker);
    else worker.clock = setTimeout(() => dismiss(worker), idle_ms).unref();
    for (let next = waiting[0]; next; next = waiting[0]) {
      const free = take(next.course.version);
      if (!free) return;
      waiting.shift();
      next.give(free);
    }
  };

  const getWorker = (course: CourseScripts): Promise<Worker | null> => {
    if (isClosed) return Promise.resolve(null);
    const free = waiting.length === 0 ? take(course.version) : null;
    if (free || waiting.length >= WAITING_MAX) return Promise.resolve(free);
    return new Promise((give) => void waiting.push({ course, give }));
  };

  const start = async (course: CourseScripts): Promise<PythonProcess> => {
    const [snapshotFile, library] = await Promise.all([snapshot.path(), course.library()]);
    return startPythonProcess({ limits, snapshotFile, wheelFolder, library });
  };

  const run = async (course: CourseScripts, job: ScriptJob): Promise<ScriptOutcome> => {
    const worker = await getWorker(course);
    if (isClosed) return stopped('The server is being closed.');
    if (!worker) return stopped('Too many scripts are waiting; try again in a minute.');
    try {
      if (!worker.process?.isAlive()) worker.process = await start(course);
      return await worker.process.run(job);
    } catch (error) {
      return stopped(error instanceof Error ? error.message : String(error));
    } finally {
      giveBack(worker);
    }
  };

  return {
    runnerFor: (course) => async (job) => {
      const kept = cache.find(course.version, job);
      if (kept) return kept;
      const outcome = await run(course, job);
      cache.keep(course.version, job, outcome);
      return outcome;
    },
    async close() {
      isClosed = true;
      for (const { give } of waiting.splice(0)) give(null);
      for (const worker of workers) dismiss(worker);
      await snapshot.remove();
    },
  };
}
