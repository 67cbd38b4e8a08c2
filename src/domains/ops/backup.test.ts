import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { testSite } from '../../../test/support/test-site.ts';
import { migrate, prepareDatabase } from '../../kernel/database/index.ts';
import { mailHoldings, mailReplyTo, mailTable } from '../../kernel/mail/index.ts';
import { map, migrations } from '../../map.ts';
import { type BackupManifest, readManifest, repeatErasures, restoreBackup, takeBackup } from './index.ts';

const ada = '018f0000-0000-7000-8000-000000000001';
const ben = '018f0000-0000-7000-8000-000000000002';
const tables = Object.keys(map);

let folder: string;
let source: TestDatabase;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'mooc-backup-'));
  source = await aDatabase();
  // Everything that text, bytes and times can hold which a copy could lose.
  await source.asOwner(
    `insert into person (id, handle, email, name, registered_at) values
       ($1, 'ada', 'ada@example.org', E'A\\tda\\n\\\\N "Ωλ" \\\\. ', '2026-11-24 09:30:00.123456+00'),
       ($2, 'ben', 'ben@example.org', '', 'infinity')`,
    [ada, ben],
  );
  await source.asOwner(`insert into credential (person_id, password_hash, changed_at) values ($1, 'hash', now())`, [
    ada,
  ]);
  await source.asOwner(`insert into secret (name, value, made_at) values ('key', '\\x00ff0a5c', now())`);
  keepFile(path.join(folder, 'files'), 'a picture');
});
afterAll(async () => {
  await source.close();
  rmSync(folder, { recursive: true });
});

it('brings back every row of every table, and every file', async () => {
  const target = await backUp('whole');
  const restored = await aDatabase({ isEmpty: true });
  const manifest = await restore(restored, target);
  expect(manifest.tables.map(({ name }) => name)).toEqual(tables);
  for (const table of tables) expect(await rowsOf(restored, table), table).toEqual(await rowsOf(source, table));
  expect(await referencesOf(restored)).toEqual(await referencesOf(source));
  expect(filesIn(path.join(folder, 'restored whole'))).toEqual(filesIn(path.join(folder, 'files')));
  await restored.close();
});

it('holds one moment, whatever is written meanwhile', async () => {
  const late = '018f0000-0000-7000-8000-000000000003';
  const writes: Promise<unknown>[] = [];
  const manifest = await takeBackup({
    ...backupInto('moment'),
    onProgress: (line) => {
      if (line !== `table ${tables[0]}`) return;
      const sql = `insert into person (id, handle, email, name, registered_at) values ($1, 'late', 'late@example.org', 'Late', now())`;
      writes.push(source.asOwner(sql, [late]));
    },
  });
  await Promise.all(writes);
  expect(manifest.tables.find(({ name }) => name === 'person')!.rows).toBe(2);
  await source.asOwner('delete from person where id = $1', [late]);
});

it('refuses damage, and leaves no row behind', async () => {
  const target = await backUp('damaged');
  appendFileSync(
    path.join(target, 'tables', 'person.copy'),
    readFileSync(path.join(target, 'tables', 'person.copy'), 'utf8')
      .replaceAll('018f', '018e')
      .replaceAll('@', '@x'),
  );
  const restored = await aDatabase({ isEmpty: true });
  await expect(restore(restored, target)).rejects.toThrow('rows of person are not those');
  expect(await rowsOf(restored, 'person')).toEqual([]);
  await restored.close();

  const [name] = filesIn(path.join(target, 'files'));
  rmSync(path.join(target, 'files', name!));
  writeFileSync(path.join(target, 'files', name!), 'another picture');
  const other = await aDatabase({ isEmpty: true });
  await expect(restore(other, target)).rejects.toThrow('its bytes are not what its name says');
  await other.close();
});

it('refuses a folder or a database that holds something, and a backup that was broken off', async () => {
  const target = await backUp('full');
  await expect(takeBackup({ ...backupInto('full'), onProgress: () => {} })).rejects.toThrow('is not empty');
  await expect(restore(source, target)).rejects.toThrow('database is not empty');
  rmSync(path.join(target, 'manifest.json'));
  await expect(restore(source, target)).rejects.toThrow('holds no whole backup');
});

it('brings an older site into this one: what was taken since follows when the house opens', async () => {
  const older = await aDatabase({ isEmpty: true });
  const client = new pg.Client(older.owner);
  await client.connect();
  await migrate(
    client,
    migrations.filter(({ name }) => name !== mailTable.name && name !== mailReplyTo.name),
  );
  await client.end();
  await older.asOwner(
    `insert into person (id, handle, email, name, registered_at) values ($1, 'ada', 'ada@example.org', 'Ada', now())`,
    [ada],
  );
  const since = Object.keys(mailHoldings);
  const known = tables.filter((table) => !since.includes(table));
  const target = path.join(folder, 'older');
  await takeBackup({ ...backupInto('older'), owner: older.owner, tables: known, onProgress: () => {} });

  const restored = await aDatabase({ isEmpty: true });
  await restore(restored, target);
  await prepareDatabase({ owner: restored.owner, site: testSite, migrations, map, password: null });
  expect(await rowsOf(restored, 'person')).toEqual(await rowsOf(older, 'person'));
  expect(await rowsOf(restored, since[0]!)).toEqual([]);
  await older.close();
  await restored.close();
});

it('forgets again whom the site erased after the backup', async () => {
  const target = await backUp('before erasure');
  const newer = path.join(folder, 'newer.jsonl');
  writeFileSync(newer, `{"person":"${ben}","erased_at":"2026-11-25T08:00:00.000Z"}\n{"person":"cut o`);
  const restored = await aDatabase({ isEmpty: true });
  await restore(restored, target, newer);
  const erased: string[] = [];
  await prepareDatabase({ owner: restored.owner, site: testSite, migrations, map, password: null });
  const erase = async (_: unknown, personId: string) => void erased.push(personId);
  expect(await repeatErasures(restored, erase)).toBe(1);
  expect(erased).toEqual([ben]);
  expect(await repeatErasures(restored, erase)).toBe(0);
  expect(readFileSync(path.join(folder, 'restored before erasure list'), 'utf8')).toContain(ben);
  await restored.close();
});

function backupInto(name: string) {
  return {
    owner: source.owner,
    tables,
    filesFolder: path.join(folder, 'files'),
    erasureList: path.join(folder, 'erasures.jsonl'),
    target: path.join(folder, name),
    now: () => new Date('2026-11-24T10:00:00Z'),
  };
}

async function backUp(name: string): Promise<string> {
  await takeBackup({ ...backupInto(name), onProgress: () => {} });
  return path.join(folder, name);
}

async function restore(into: TestDatabase, from: string, newerErasures: string | null = null): Promise<BackupManifest> {
  const place = path.join(folder, `restored ${path.basename(from)}`);
  const manifest = await readManifest(from);
  const target = { owner: into.owner, migrations, filesFolder: place, erasureList: `${place} list` };
  await restoreBackup({ source: from, manifest, newerErasures, ...target });
  return manifest;
}

function rowsOf(database: Pick<TestDatabase, 'asOwner'>, table: string): Promise<object[]> {
  return database.asOwner(`select t::text as row from ${table} t order by 1`);
}

function referencesOf(database: Pick<TestDatabase, 'asOwner'>): Promise<object[]> {
  return database.asOwner(
    `select conname, pg_get_constraintdef(oid) as rule, convalidated from pg_constraint where contype = 'f' order by conrelid::regclass::text, conname`,
  );
}

function keepFile(home: string, text: string): void {
  const hash = createHash('sha256').update(text).digest('hex');
  mkdirSync(path.join(home, hash.slice(0, 2)), { recursive: true });
  writeFileSync(path.join(home, hash.slice(0, 2), hash.slice(2)), text);
}

function filesIn(home: string): string[] {
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.includes(path.sep))
    .sort();
}
