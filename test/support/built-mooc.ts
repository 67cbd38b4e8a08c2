import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The built mooc as an operator runs it: a process with a data folder. */
export interface RunningMooc {
  readonly process: ChildProcess;
  readonly address: string;
  /** What it wrote to its standard output so far. */
  said(): string;
  /** Sends a signal and waits until it has ended; gives the exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
}

type Environment = Readonly<Record<string, string>>;

/** A folder of its own for a test, with the way to remove it. The user `postgres` may enter it when we are root. */
export function aDataFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'mooc-data-'));
  chmodSync(folder, 0o755);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A port that is free now. */
export async function aFreePort(): Promise<number> {
  const server = await listenOn(0);
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function listenOn(port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** Starts it and waits for the line with the address. */
export async function startMooc(environment: Environment): Promise<RunningMooc> {
  const port = environment.PORT ?? String(await aFreePort());
  const child = spawnBuilt('main', [], { ...environment, PORT: port });
  let said = '';
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  await new Promise<void>((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('mooc is open at')) resolve();
    });
    child.stderr!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    exited.then(() => reject(new Error(`mooc did not start: ${said}`)));
  });
  return {
    process: child,
    address: `http://127.0.0.1:${port}`,
    said: () => said,
    async end(signal) {
      child.kill(signal);
      const [code, by] = await exited;
      return code ?? by!;
    },
  };
}

/** Runs it, or a command of it, to its end. */
export async function runMooc(
  entry: 'main' | 'mooc',
  args: readonly string[],
  environment: Environment,
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const child = spawnBuilt(entry, args, environment);
  let out = '';
  let err = '';
  child.stdout!.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr!.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, out, err };
}

function spawnBuilt(entry: 'main' | 'mooc', args: readonly string[], environment: Environment): ChildProcess {
  return spawn(process.execPath, [`dist/server/${entry}.js`, ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
