import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** The built site, running in a process of its own. */
export interface StartedSite {
  readonly address: string;
  /** Memory of the process and its children, PostgreSQL included, shared pages counted by their share. Linux only. */
  memory_bytes(): number;
  stop(): Promise<void>;
}

/** Starts it on a data folder; gives it when it says that it is open. */
export async function startSite(folder: string): Promise<StartedSite> {
  const port = await freePort();
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: { ...process.env, MOOC_DATA: folder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await untilOpen(child);
  return {
    address: `http://127.0.0.1:${port}`,
    memory_bytes: () => memoryOf(child.pid!),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function memoryOf(pid: number): number {
  const own = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  return own + children.reduce((sum, child) => sum + memoryOf(Number(child)), 0);
}

function untilOpen(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the site did not start')));
    child.stdout!.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('mooc is open at')) resolve();
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
