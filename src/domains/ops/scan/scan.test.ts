import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scanFolder } from '../index.ts';
import { expandLz4 } from './decompress.ts';
import { spellingsOf } from './spellings.ts';

const canary = 'Zoë <Ada> Canary+7';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mooc-scan-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function waysIn(bytes: Buffer): Promise<string[]> {
  const place = mkdtempSync(path.join(folder, 'case-'));
  writeFileSync(path.join(place, 'file'), bytes);
  const { hits } = await scanFolder(place, ['never there', canary]);
  expect(hits.every(({ value }) => value === 2)).toBe(true);
  return hits.map(({ way, spelling }) => `${way}: ${spelling}`);
}

it('knows a value in at least fourteen spellings, each of which it finds', async () => {
  const spellings = spellingsOf(canary);
  expect(spellings.length).toBeGreaterThanOrEqual(14);
  for (const { name, bytes } of spellings) {
    const around = Buffer.concat([Buffer.from('before '), bytes, Buffer.from(' after')]);
    expect(await waysIn(around), name).toContain(`plain: ${name}`);
  }
  for (const before of ['', 'x', 'xy', 'xyz']) {
    const text = Buffer.from(Buffer.from(`${before}${canary}!`).toString('base64'));
    expect((await waysIn(text)).join(), before).toContain('base64');
  }
  expect(await waysIn(Buffer.from('Zoë <Ada> Canary+8'))).toEqual([]);
});

it('finds a value that lies across two pieces of a long file', async () => {
  const long = Buffer.alloc(3 * 1024 * 1024, 'x');
  long.write(canary, 2 * 1024 * 1024 - 7);
  expect(await waysIn(long)).toEqual(['plain: UTF-8']);
});

it('looks into gzip and zstd, as files and inside of others', async () => {
  const text = Buffer.from(`once upon a time ${canary} `.repeat(50));
  expect((await waysIn(gzipSync(text))).sort()).toContain('gzip: UTF-8');
  expect(await waysIn(zstdCompressSync(text))).toContain('zstd: UTF-8');
  expect(await waysIn(Buffer.concat([Buffer.from('column'), gzipSync(text)]))).toEqual(['gzip: UTF-8']);
});

it('looks into every folder', async () => {
  const place = mkdtempSync(path.join(folder, 'deep-'));
  mkdirSync(path.join(place, 'a', '.b'), { recursive: true });
  writeFileSync(path.join(place, 'a', '.b', 'c'), canary);
  expect(await scanFolder(place, [canary])).toMatchObject({ files: 1, hits: [{ file: 'a/.b/c', way: 'plain' }] });
});

it('expands lz4, with copies that reach into what they write', () => {
  // Four letters, a copy of eight from two back, and a last letter.
  const block = Buffer.from([0x44, ...Buffer.from('abcd'), 2, 0, 0x10, ...Buffer.from('!')]);
  expect(expandLz4(block, 100).toString()).toBe('abcdcdcdcdcd!');
  expect(expandLz4(block, 6).toString()).toBe('abcdcd');
});
