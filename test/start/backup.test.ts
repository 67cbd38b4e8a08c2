import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clusterOwner, socketFolderOf, startCluster } from '../../src/kernel/database/index.ts';
import { map } from '../../src/map.ts';
import { aDataFolder, runMooc, startMooc } from '../support/built-mooc.ts';

const ben = '018f0000-0000-7000-8000-000000000002';

const folders: ReturnType<typeof aDataFolder>[] = [];
let lost: string;
let backup: string;
let taken: Awaited<ReturnType<typeof runMooc>>;
beforeAll(async () => {
  lost = aFolder();
  await aSiteThatWasKilled(lost);
  backup = path.join(aFolder(), 'backup');
  taken = await runMooc('mooc', ['backup', backup, '--json'], { MOOC_DATA: lost });
});
afterAll(() => {
  for (const each of folders) each.remove();
});

describe('backup and restore, as an operator does them', () => {
  it('brings everything back after kill -9', async () => {
    expect(taken.err).toBe('');
    const files = Object.keys(allFiles(lost)).length;
    expect(JSON.parse(taken.out)).toMatchObject({ tables: Object.keys(map).length, files });
    expect(files).toBeGreaterThan(0);

    const found = aFolder();
    expect(await runMooc('mooc', ['restore', backup], { MOOC_DATA: found })).toMatchObject({ code: 0, err: '' });
    const before = await allRows(lost);
    expect(before.person!.join('\n')).toMatch(/ada@lost\.example[\s\S]*ben@lost\.example/);
    expect(await allRows(found)).toEqual(before);
    expect(allFiles(found)).toEqual(allFiles(lost));
  });

  it('erases again, before the site opens, whom the lost site had erased since', async () => {
    expect(await runMooc('mooc', ['person', 'erase', 'ben@lost.example'], { MOOC_DATA: lost })).toMatchObject({
      code: 0,
    });

    const found = aFolder();
    const list = path.join(lost, 'erasures.jsonl');
    await runMooc('mooc', ['restore', backup, '--erasures', list], { MOOC_DATA: found });
    const { person, pending_erasure } = await allRows(found);
    expect(person!.join('\n')).toContain('ada@lost.example');
    expect(person!.join('\n')).not.toContain('ben@lost.example');
    expect(pending_erasure).toEqual([]);
    expect(readFileSync(path.join(found, 'erasures.jsonl'), 'utf8')).toContain(ben);
  });

  it('restores into nothing but an empty folder', async () => {
    const full = aFolder();
    writeFileSync(path.join(full, 'something'), '');
    const refused = await runMooc('mooc', ['restore', backup], { MOOC_DATA: full });
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toMatch(/^mooc: .* is not empty: set MOOC_DATA to a new folder.*\n$/);
  });

  it('says that a folder is no backup, in one sentence, and begins nothing', async () => {
    const [empty, data] = [aFolder(), aFolder()];
    const refused = await runMooc('mooc', ['restore', empty], { MOOC_DATA: data });
    expect(refused.code).toBe(1);
    expect(refused.err).toBe(`mooc: ${empty} holds no whole backup: manifest.json is missing or can't be read.\n`);
    expect(readdirSync(data)).toEqual([]);
  });
});

function aFolder(): string {
  const made = aDataFolder();
  folders.push(made);
  return made.folder;
}

/** A site that took two people and a file, and was killed without a chance to tidy. */
async function aSiteThatWasKilled(folder: string): Promise<void> {
  const mooc = await startMooc({ MOOC_DATA: folder });
  const client = await ownerOf(socketFolderOf(path.join(folder, 'database')));
  const sql = 'insert into person (id, handle, email, name, registered_at) values ($1, $2, $3, $4, now())';
  await client.query(sql, ['018f0000-0000-7000-8000-000000000001', 'ada-lost', 'ada@lost.example', 'Ada']);
  await client.query(sql, [ben, 'ben-lost', 'ben@lost.example', 'Ben']);
  client.on('error', () => {});
  const hash = createHash('sha256').update('a picture').digest('hex');
  mkdirSync(path.join(folder, 'files', hash.slice(0, 2)), { recursive: true });
  writeFileSync(path.join(folder, 'files', hash.slice(0, 2), hash.slice(2)), 'a picture');
  await mooc.end('SIGKILL');
  await client.end();
}

async function ownerOf(host: string): Promise<pg.Client> {
  const client = new pg.Client({ host, user: clusterOwner, database: 'postgres' });
  await client.connect();
  return client;
}

/** Every row of every table of the map, as text. */
async function allRows(folder: string): Promise<Record<string, string[]>> {
  const cluster = await startCluster(path.join(folder, 'database'));
  const client = await ownerOf(cluster.socketFolder);
  const all: Record<string, string[]> = {};
  for (const table of Object.keys(map)) {
    const { rows } = await client.query<{ row: string }>(
      `select t::text as row from ${pg.escapeIdentifier(table)} t order by 1`,
    );
    all[table] = rows.map(({ row }) => row);
  }
  await client.end();
  await cluster.stop();
  return all;
}

function allFiles(folder: string): Record<string, string> {
  const home = path.join(folder, 'files');
  const names = existsSync(home) ? readdirSync(home, { recursive: true, encoding: 'utf8' }) : [];
  const files = names.filter((name) => /^..[/\\]/.test(name)).sort();
  return Object.fromEntries(files.map((name) => [name, readFileSync(path.join(home, name), 'utf8')]));
}
