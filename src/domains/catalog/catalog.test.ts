import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { Writing } from '../../kernel/database/index.ts';
import { createVersion, createVersionCache, ensureCourse, publishVersion } from '../courses/index.ts';
import type { CatalogQuery } from './entry.ts';
import { forgivenLetters, wordsOf } from './entry.ts';
import { listStale, plainText, refreshEntry, searchCatalog } from './index.ts';

let database: TestDatabase;
const versions = createVersionCache();
const everything: CatalogQuery = {
  text: '',
  organisationKey: null,
  language: null,
  subject: null,
  start: null,
  page: 1,
};

beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

async function publish(w: Writing<'provide'>, number: string, title: string): Promise<string> {
  const there = await ensureCourse(w, { kind: 'course', org: 'LakeU', number, run: '2031' });
  if (there.type === 'refused') throw new Error('the key is taken');
  const made = await createVersion(w, {
    courseKey: there.courseKey,
    author: null,
    message: 'made for a test',
    contents: new Map(),
    manifest: { folder: '', documents: {}, files: {} },
    root: {
      tag: 'course',
      name: '2031',
      attributes: { display_name: title },
      contentHash: null,
      layoutHash: null,
      error: null,
      embedded: {},
      source: {},
      children: [],
    },
  });
  if (made.type === 'refused') throw new Error('the version was refused');
  await publishVersion(w, there.courseKey, made.versionId);
  return there.courseKey;
}

describe('entries', () => {
  it('are found again after a crash between publishing and refreshing, each once', async () => {
    const key = await database.write('provide', (w) => publish(w, 'Tea', 'Tea in the Rain'));
    expect(await listStale(database.read('provide'))).toEqual([key]);
    await database.write('provide', (w) => refreshEntry(w, versions, key));
    expect(await listStale(database.read('provide'))).toEqual([]);
    await database.write('provide', (w) => publish(w, 'Tea', 'Tea in the Sun'));
    expect(await listStale(database.read('provide'))).toEqual([key]);
  });

  it('go when the course is no longer to be listed', async () => {
    const key = await database.write('provide', (w) => publish(w, 'Gone', 'Gone soon'));
    const refresh = () => database.write('provide', (w) => refreshEntry(w, versions, key));
    await refresh();
    expect((await searchCatalog(database.read('provide'), { ...everything, text: 'gone' })).found).toBe(1);
    await database.asOwner('update course set is_listed = false where key = $1', [key]);
    await refresh();
    expect((await searchCatalog(database.read('provide'), { ...everything, text: 'gone' })).found).toBe(0);
  });

  it('come page by page, each once, and the last page is the last', async () => {
    const keys = await database.write('provide', async (w) => {
      const made: string[] = [];
      for (let i = 0; i < 50; i++) made.push(await publish(w, `Many${i}`, `Many rivers ${i}`));
      for (const key of made) await refreshEntry(w, versions, key);
      return made;
    });
    const pages = [];
    for (const page of [1, 2, 3]) {
      pages.push(await searchCatalog(database.read('provide'), { ...everything, text: 'many rivers', page }));
    }
    expect(pages.map(({ found, pages: all }) => [found, all])).toEqual([
      [50, 3],
      [50, 3],
      [50, 3],
    ]);
    const shown = pages.flatMap(({ entries }) => entries.map((entry) => entry.courseKey));
    expect(shown.toSorted()).toEqual(keys.toSorted());
    const beyond = await searchCatalog(database.read('provide'), { ...everything, text: 'many rivers', page: 999 });
    expect(beyond.page).toBe(3);
  });

  it('are searched by an index, and not one by one', async () => {
    await database.asOwner('set enable_seqscan = off');
    const plan = await database.asOwner<{ 'QUERY PLAN': string }>(
      "explain select from catalog_entry where folded_text %> 'river' or folded_text like '%river%'",
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('catalog_entry_text');
  });
});

describe('words', () => {
  it('are folded, and bounded in number and length', () => {
    expect(wordsOf('  Énergie, C++ & ΦΥΣΙΚΉ ')).toEqual(['energie', 'c++', 'φυσικη']);
    expect(wordsOf('a b c d e f g h i j')).toHaveLength(8);
    expect(wordsOf('x'.repeat(5000))[0]).toHaveLength(40);
    expect(wordsOf('物理学 入門')).toEqual(['物理学', '入門']);
  });

  it('forgive no letter of a short one', () => {
    expect(['tea', 'lake', 'river'].map(forgivenLetters)).toEqual([0, 1, 2]);
  });
});

describe('plain text', () => {
  it('is had of markup without end too', () => {
    expect(plainText(`tea ${'<b>'.repeat(16_000)}deep`, 300)).toBe('tea');
    const open = Array.from({ length: 2_000 }, (_, at) => `<b id=${at}>`).join('');
    expect(plainText(`<p>tea${open}</p>${'<p>x'.repeat(6_000)}`, 300)).toMatch(/^<p>tea<b id=0>/);
  });

  it('is what a reader sees, cut at a word', () => {
    const html = '<style>p{}</style><p>Tea &amp; <b>rain</b></p><script>ran()</script><p>again</p>';
    expect(plainText(html, 100)).toBe('Tea & rain again');
    expect(plainText('one two three four', 14)).toBe('one two three…');
    expect(plainText('x'.repeat(100), 10)).toHaveLength(10);
  });
});
