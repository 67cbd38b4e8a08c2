import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aDataFolder, aFreePort, listenOn, runMooc, startMooc } from '../support/built-mooc.ts';

let data: ReturnType<typeof aDataFolder>;
beforeEach(() => {
  data = aDataFolder();
});
afterEach(() => data.remove());

/** The process that PostgreSQL itself wrote down. */
function databaseProcess(): number {
  return Number(readFileSync(path.join(data.folder, 'database', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Running, and not merely waiting to be buried by a parent that never looks. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

describe('starting and stopping', () => {
  it('opens, says where, and Ctrl-C stops everything, the database included', async () => {
    const mooc = await startMooc({ MOOC_DATA: data.folder });
    expect((await fetch(mooc.address)).status).toBe(200);
    const database = databaseProcess();
    expect(isAlive(database)).toBe(true);

    expect(await mooc.end('SIGINT')).toBe(0);
    expect(isAlive(database)).toBe(false);
    await expect(fetch(mooc.address)).rejects.toThrow();
  });

  it('comes back after kill -9, taking over the database that was left behind', async () => {
    const killed = await startMooc({ MOOC_DATA: data.folder });
    const left = databaseProcess();
    await killed.end('SIGKILL');
    expect(isAlive(left)).toBe(true);

    const again = await startMooc({ MOOC_DATA: data.folder });
    expect(databaseProcess()).not.toBe(left);
    expect(isAlive(left)).toBe(false);
    expect((await fetch(again.address)).status).toBe(200);
    await again.end('SIGINT');
  });

  it('refuses a data folder that another mooc has', async () => {
    const first = await startMooc({ MOOC_DATA: data.folder });
    const second = await runMooc('main', [], { MOOC_DATA: data.folder, PORT: String(await aFreePort()) });
    await first.end('SIGINT');
    expect(second).toMatchObject({ code: 1, out: '' });
    expect(second.err).toMatch(/^mooc: The data folder .* is in use by another mooc \(process \d+\).*\n$/);
  });

  it('refuses a port that is in use, and leaves no database behind', async () => {
    const other = await listenOn(0);
    const { port } = other.address() as { port: number };
    const refused = await runMooc('main', [], { MOOC_DATA: data.folder, PORT: String(port) });
    other.close();
    expect(refused.code).toBe(1);
    expect(refused.err).toBe(`mooc: Port ${port} is in use: stop what listens there, or set PORT.\n`);
  });

  it.each([
    [
      'an unreachable database',
      { DATABASE_URL: 'postgres://ada:secret@127.0.0.1:1/mooc' },
      /^mooc: The database can't be reached: .*\n$/,
    ],
    ['an address that is none', { DATABASE_URL: 'nonsense' }, /^mooc: DATABASE_URL is no address: .*\n$/],
    ['a port that is none', { PORT: 'http' }, /^mooc: PORT is 'http': .*\n$/],
  ])('says %s in one sentence', async (_what, environment, sentence) => {
    const refused = await runMooc('main', [], { MOOC_DATA: data.folder, ...environment } as Record<string, string>);
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(sentence);
    expect(refused.err).not.toContain('secret');
  });
});
