import type { PythonProcess } from './python-process.ts';

/** A place for one process, bound to one version of one course. */
export interface Worker {
  readonly version: string;
  /** null until it is started. */
  process: PythonProcess | null;
  isBusy: boolean;
  idleSince: number;
  clock?: NodeJS.Timeout;
}

/** Hands out workers, as many as there may be, and keeps them while they are idle. */
export interface WorkerShelf {
  /** Waits where all are busy; null when too many wait already or the shelf is closed. */
  take(version: string): Promise<Worker | null>;
  giveBack(worker: Worker): void;
  close(): void;
}

interface Waiter {
  readonly version: string;
  readonly give: (worker: Worker | null) => void;
}

const most_waiting = 500;

export function createWorkerShelf(processes_max: number, idle_ms: number): WorkerShelf {
  const workers = new Set<Worker>();
  const waiting: Waiter[] = [];
  let isClosed = false;

  const dismiss = (worker: Worker) => {
    workers.delete(worker);
    clearTimeout(worker.clock);
    worker.process?.end();
  };

  /** One that is idle, a new one, or a new one in the place of another version's that is idle longest. */
  const findFree = (version: string): Worker | null => {
    const idle = [...workers].filter((worker) => !worker.isBusy).sort((a, b) => a.idleSince - b.idleSince);
    const same = idle.find((worker) => worker.version === version);
    if (same) {
      clearTimeout(same.clock);
      same.isBusy = true;
      return same;
    }
    if (workers.size >= processes_max) {
      if (!idle[0]) return null;
      dismiss(idle[0]);
    }
    const worker: Worker = { version, process: null, isBusy: true, idleSince: 0 };
    workers.add(worker);
    return worker;
  };

  const serveWaiting = () => {
    for (let next = waiting[0]; next; next = waiting[0]) {
      const free = findFree(next.version);
      if (!free) return;
      waiting.shift();
      next.give(free);
    }
  };

  return {
    take(version) {
      if (isClosed) return Promise.resolve(null);
      const free = waiting.length === 0 ? findFree(version) : null;
      if (free || waiting.length >= most_waiting) return Promise.resolve(free);
      return new Promise((give) => void waiting.push({ version, give }));
    },
    giveBack(worker) {
      worker.isBusy = false;
      worker.idleSince = performance.now();
      if (isClosed || !worker.process?.isAlive()) dismiss(worker);
      else worker.clock = setTimeout(() => dismiss(worker), idle_ms).unref();
      serveWaiting();
    },
    close() {
      isClosed = true;
      for (const { give } of waiting.splice(0)) give(null);
      for (const worker of workers) dismiss(worker);
    },
  };
}
