import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { processFlags } from './python-process.ts';

/**
 * What JavaScript could do in a process with the flags and walls that scripts get, if a script ever found its way out of
 * Python: each try says whether it got through.
 */
const tries = (port: number, file: string) => `
import * as fs from 'node:fs';
import { connect } from 'node:net';
import { spawnSync } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import { closeWalls } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'child/walls.ts')).href)};
const { ppid } = process;
const said = {};
const attempt = async (name, act) => {
  try { said[name] = String(await act()); } catch (error) { said[name] = 'refused'; }
};
closeWalls();
await attempt('read', () => fs.readFileSync('/etc/passwd'));
await attempt('read through proc', () => fs.readFileSync('/proc/' + ppid + '/environ'));
await attempt('write', () => fs.writeFileSync(${JSON.stringify(file)}, 'x'));
await attempt('child', () => { const { error } = spawnSync('/bin/ls'); if (error) throw error; return 'ran'; });
await attempt('worker', () => new Worker('1', { eval: true }));
await attempt('network', () => new Promise((done, fail) => connect(${port}, '127.0.0.1', () => done('connected')).on('error', fail)));
await attempt('signal', () => process.kill(ppid, 0));
await attempt('signal by another name', () => process._kill(ppid, 0));
await attempt('debugger of the server', () => process._debugProcess(ppid));
await attempt('another program', () => process.execve('/bin/ls', ['ls'], {}));
await attempt('module', () => import('node:sqlite').then(({ DatabaseSync }) => new DatabaseSync(${JSON.stringify(file)})));
await attempt('module by another door', () => process.getBuiltinModule('node:sqlite').DatabaseSync.name);
await attempt('binding', () => process.binding('fs'));
await attempt('code from text', () => (0, eval)('1 + 1'));
await attempt('environment', () => { if (Object.keys(process.env).length === 0) throw 0; return JSON.stringify(process.env); });
console.log(JSON.stringify(said));
`;

function output(program: string): Promise<string> {
  const child = spawn(process.execPath, [...processFlags([]), '--input-type=module', '--eval', program], {
    env: {},
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
    child.on('close', () => resolve(text));
  });
}

describe('the walls around a process that runs scripts', () => {
  it('hold against JavaScript, too', async () => {
    const server = createServer();
    await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
    const folder = mkdtempSync(join(tmpdir(), 'mooc-walls-'));
    const file = join(folder, 'written');
    const said = JSON.parse(await output(tries((server.address() as AddressInfo).port, file))) as Record<
      string,
      string
    >;
    server.close();
    expect(Object.keys(said)).toHaveLength(15);
    expect(Object.entries(said).filter(([, got]) => got !== 'refused')).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
