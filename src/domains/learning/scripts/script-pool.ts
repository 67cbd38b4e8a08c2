import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScriptJob, ScriptOutcome, ScriptRunner } from '../../problems/index.ts';
import { type ScriptLimits, usualLimits } from './limits.ts';
import { type PythonProcess, startPythonProcess } from './python-process.ts';
import { createScriptCache } from './script-cache.ts';
import { createSnapshotFile } from './snapshot-file.ts';
import { createWorkerShelf } from './worker-shelf.ts';

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
  /** About 230 MB each; 2 unless said. */
  readonly processes_max?: number;
  /** A folder of wheels that the operator adds to Python, such as numpy's; it need not be there. */
  readonly wheelFolder?: string | null;
  /** Where a started Python's memory is kept from one start of the server to the next (31 MB); else it is made anew. */
  readonly snapshotFolder?: string | null;
  /** A process that nobody needed for this long is ended; five minutes unless said. */
  readonly idle_ms?: number;
}

async function listWheels(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => name.endsWith('.whl')).map((name) => join(folder, name));
}

const stopped = (message: string): ScriptOutcome => ({ type: 'stopped', message });

/**
 * Runs authors' Python in child processes that have nothing: no files, network, environment, children. A process serves
 * one version of one course only, because a script can change the Python around it; the longest idle one makes room for
 * another version. A process that met a limit is killed, and the next script gets a new one.
 */
export function createScriptPool(settings: ScriptPoolSettings = {}): ScriptPool {
  const { processes_max = 2, idle_ms = 300_000, wheelFolder = null, snapshotFolder = null } = settings;
  const limits = { ...usualLimits, ...settings.limits };
  const shelf = createWorkerShelf(processes_max, idle_ms);
  const snapshot = createSnapshotFile(limits, snapshotFolder);
  const cache = createScriptCache();

  const start = async (course: CourseScripts): Promise<PythonProcess> => {
    const [snapshotFile, library] = await Promise.all([snapshot.path(), course.library()]);
    const wheels = wheelFolder === null ? [] : await listWheels(wheelFolder);
    try {
      return await startPythonProcess({ limits, snapshotFile, wheels, library });
    } catch (error) {
      if (snapshotFile === null) throw error;
      await snapshot.discard();
      return startPythonProcess({ limits, snapshotFile: null, wheels, library });
    }
  };

  const run = async (course: CourseScripts, job: ScriptJob): Promise<ScriptOutcome> => {
    const worker = await shelf.take(course.version);
    if (!worker) return stopped('Too many scripts are waiting, or the server is being closed; try again in a minute.');
    try {
      if (!worker.process?.isAlive()) worker.process = await start(course);
      return await worker.process.run(job);
    } catch (error) {
      return stopped(error instanceof Error ? error.message : String(error));
    } finally {
      shelf.giveBack(worker);
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
      shelf.close();
      await snapshot.close();
    },
  };
}
