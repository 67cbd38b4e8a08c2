import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createFolderStore, type FileStore, findAsset, isActive, mediaTypeOf, recordAssets } from './index.ts';

const hello = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';

describe('the folder of files', () => {
  let folder: string;
  let store: FileStore;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mooc-assets-'));
    store = createFolderStore(folder);
    return () => rmSync(folder, { recursive: true, force: true });
  });

  it('knows bytes by their hash, however they come', async () => {
    expect(await store.put(Buffer.from('hello'))).toEqual({ hash: hello, size_bytes: 5 });
    expect(await store.put(Readable.from([Buffer.from('hel'), Buffer.from('lo')]))).toEqual({
      hash: hello,
      size_bytes: 5,
    });
    expect(readdirSync(folder)).toEqual([hello.slice(0, 2)]);
  });

  it('opens a whole file or a part of it, and nothing that is not there', async () => {
    await store.put(Buffer.from('hello'));
    expect(await text((await store.open(hello))!)).toBe('hello');
    expect(await text((await store.open(hello, { start: 1, end: 3 }))!)).toBe('ell');
    expect(await store.open(hello.replace('2', '3'))).toBeNull();
    await expect(store.open('../../etc/passwd')).rejects.toThrow(/not the hash/);
  });

  it('keeps what was staged, says what is new, and gives up what was not kept', async () => {
    await store.put(Buffer.from('hello'));
    const staging = await store.stage();
    await staging.put(Buffer.from('hello'));
    const { hash } = await staging.put(Buffer.from('world'));
    expect(await store.has(hash)).toBe(false);
    expect(await staging.keep()).toEqual([hash]);
    await staging.discard();
    expect(await store.has(hash)).toBe(true);

    const given = await store.stage();
    const lost = await given.put(Buffer.from('lost'));
    await given.discard();
    expect(await store.has(lost.hash)).toBe(false);
    expect(readdirSync(folder)).not.toContain('incoming');
  });

  it('removes what a killed process left behind a day ago, and nothing younger', async () => {
    const [old, young] = [await store.stage(), await store.stage()];
    await old.put(Buffer.from('old'));
    await young.put(Buffer.from('young'));
    const incoming = path.join(folder, 'incoming');
    const [first, second] = readdirSync(incoming);
    const yesterday = Date.now() / 1000 - 25 * 60 * 60;
    utimesSync(path.join(incoming, first!), yesterday, yesterday);
    await (await store.stage()).discard();
    expect(readdirSync(incoming)).toEqual([second]);
  });
});

describe('media types', () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  it.each([
    ['logo.png', png, 'image/png'],
    ['logo.txt', png, 'image/png'],
    ['logo.png', Buffer.from('<html><script>x</script>'), 'text/html'],
    ['page.html', Buffer.from('plain words'), 'text/html'],
    ['drawing', Buffer.from('<?xml version="1.0"?><svg xmlns="x">'), 'image/svg+xml'],
    ['app.js', Buffer.from('1'), 'text/javascript'],
    ['book.pdf', Buffer.from('%PDF-1.7'), 'application/pdf'],
    ['words.srt', Buffer.from('1\n00:00'), 'application/x-subrip'],
    ['notes', Buffer.from('plain words'), 'text/plain'],
    ['data', Buffer.from([1, 0, 2]), 'application/octet-stream'],
  ])('%s', (name, head, type) => expect(mediaTypeOf(name, head)).toBe(type));

  it('what a browser could run is known', () => {
    expect(
      ['text/html', 'image/svg+xml', 'text/javascript', 'application/xml'].filter((type) => !isActive(type)),
    ).toEqual([]);
    expect(['image/png', 'text/plain', 'application/pdf', 'video/mp4'].filter(isActive)).toEqual([]);
  });
});

describe('the table of files', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await aDatabase();
  });
  afterAll(() => database.close());

  it('has each file once, as it first came', async () => {
    const asset = { hash: hello, size_bytes: 5, mediaType: 'text/plain' };
    await database.write('provide', (w) => recordAssets(w, [asset, asset]));
    await database.write('provide', (w) => recordAssets(w, [{ ...asset, mediaType: 'text/html' }]));
    expect(await findAsset(database.read('provide'), hello)).toEqual(asset);
    expect(await findAsset(database.read('provide'), hello.replace('2', '3'))).toBeNull();
  });
});
