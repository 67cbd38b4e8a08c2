import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { compareTexts } from '../../kernel/compare-texts.ts';
import type { Holdings } from '../../kernel/holdings/index.ts';
import { aPerson } from '../identity/testing.ts';
import { makeDocument } from './document.ts';
import { documentsOf } from './documents.ts';
import {
  acknowledge,
  answerNotice,
  compareDocuments,
  createDocuments,
  documentPosted,
  findDraft,
  findNews,
  findStanding,
  keepDraft,
  type LiveDocuments,
  postVersion,
} from './index.ts';

let database: TestDatabase;
let documents: LiveDocuments;
let now = new Date('2026-12-01T10:00:20Z');

const site = {
  siteName: 'Lake',
  operatorName: 'L',
  privacyAddress: 'p@l.example',
  storagePlace: 'in Portugal',
  minimumAge_years: 16,
};
const effective_at = new Date('2026-01-01T00:00:00Z');
const shipped = documentsOf(
  (['privacy', 'terms', 'honor-code'] as const).map((kind) =>
    makeDocument({ kind, version: '2026-01-01', effective_at }, `# ${kind}\n\n## One {#P1}\n\nold words\n`, site),
  ),
  site,
);
/** Something rests on the clause P1. */
const map = { note: { facts: { clauses: ['P1'] }, columns: { text: { facts: {} } } } } as unknown as Holdings;

const post = (text: string, from: Date | null = null, kind: 'privacy' | 'terms' = 'privacy') =>
  database.write('provide', (w) => postVersion(w, { documents, map }, { kind, text, effective_at: from }));

beforeAll(async () => {
  database = await aDatabase({ clock: () => now });
  documents = createDocuments(database, shipped);
  database.switchboard.on(documentPosted, () => documents.refresh());
});
afterAll(() => database.close());

it('refuses a text that can not hold, with what to mend', async () => {
  const said = async (text: string, from: Date | null = null) => {
    const posted = await post(text, from);
    return posted.type === 'refused' ? [posted.because, posted.detail] : posted;
  };
  expect(await said('no heading')).toEqual(['unusable', 'it has no heading of the first level']);
  expect(await said('# x {{phone}}')).toEqual(['unusable', "a document has a blank 'phone' that no setting fills"]);
  expect(await said('# Privacy\n\n## Two {#P2}\n')).toEqual(['clauses-missing', 'P1']);
  expect(await said('# privacy\r\n\r\n## One {#P1}\r\n\r\nold words\r\n')).toEqual(['unchanged', '2026-12-01-1001']);
  const past = new Date('2026-12-01T10:00:00Z');
  expect(await said('# P\n\n## One {#P1}\n', past)).toEqual(['too-soon', '2026-12-01T10:01:00.000Z']);
});

it('posts a version, which holds from its moment, for every process, and for good', async () => {
  await database.write('provide', (w) => keepDraft(w, 'privacy', 'a draft'));
  const elsewhere = createDocuments(database, shipped);
  const posted = await post('# privacy\n\n## One {#P1}\n\nnew words of {{siteName}}\n');
  expect(posted).toMatchObject({ type: 'draft', document: { version: '2026-12-01-1001' } });
  expect(await findDraft(database.read('provide'), 'privacy')).toBeNull();

  await elsewhere.refresh();
  for (const known of [documents, elsewhere]) {
    const at = (time: string) => known.currentDocument('privacy', new Date(time)).version;
    expect(at('2026-12-01T10:00:59.999Z')).toBe('2026-01-01');
    expect(at('2026-12-01T10:01:00.000Z')).toBe('2026-12-01-1001');
    expect(known.findVersion('privacy', '2026-12-01-1001')?.text).toContain('new words of Lake');
  }
  expect(await post('# other\n\n## One {#P1}\n')).toMatchObject({ type: 'refused', because: 'taken' });
  await expect(database.asOwner("update document_version set text = 'x'")).rejects.toThrow('is not changed');
  await expect(database.asOwner('delete from document_version')).rejects.toThrow('is not changed');
});

it('holds one version at each moment: the one before until the last millisecond, the new one from its own', () => {
  const moment = fc.integer({ min: 0, max: 50_000_000 }).map((minute) => new Date(minute * 60_000));
  const property = fc.property(fc.uniqueArray(moment, { minLength: 2, maxLength: 8, selector: Number }), (moments) => {
    const name = (effective_at: Date) =>
      ({ kind: 'terms', version: effective_at.toISOString(), effective_at }) as const;
    const all = documentsOf(
      moments.map((effective_at) => makeDocument(name(effective_at), '# T\n', site)),
      site,
    );
    const inOrder = moments.toSorted((a, b) => Number(a) - Number(b));
    for (const [at, effective_at] of inOrder.entries()) {
      const holds = (ms: number) => all.currentDocument('terms', new Date(effective_at.getTime() + ms)).effective_at;
      expect(holds(0)).toEqual(effective_at);
      if (at > 0) expect(holds(-1)).toEqual(inOrder[at - 1]);
    }
  });
  fc.assert(property, { numRuns: 1000 });
});

it('lets no file of a later day overtake what was posted', async () => {
  const late = { kind: 'privacy', version: '2027-01-01', effective_at: new Date('2027-01-01') } as const;
  const all = [...shipped.listVersions('privacy'), ...shipped.listVersions('terms')];
  const newer = createDocuments(database, documentsOf([...all, makeDocument(late, '# late\n', site)], site));
  await newer.refresh();
  expect(newer.listVersions('privacy').map(({ version }) => version)).toEqual(['2026-12-01-1001', '2026-01-01']);
});

it('tells of a new version for 30 days, and of none before there is one', () => {
  const news = (time: string) => findNews(documents, new Date(time)).map(({ kind, version }) => `${kind} ${version}`);
  expect(news('2026-12-01T10:00:59Z')).toEqual([]);
  expect(news('2026-12-01T10:01:00Z')).toEqual(['privacy 2026-12-01-1001']);
  expect(news('2026-12-31T10:00:59Z')).toEqual(['privacy 2026-12-01-1001']);
  expect(news('2026-12-31T10:01:00Z')).toEqual([]);
});

it('keeps exactly one acknowledgement for each person and version, however many come at once', async () => {
  const ada = await aPerson(database, { email: 'ada@lake.example' });
  const goOn = () => database.write('provide', (w) => acknowledge(w, ada, documents, 'going-on'));
  const standing = () => findStanding(database.read('provide'), ada, documents);
  const versions = async () => {
    const sql = 'select document, version, occasion, stored_in from acknowledgement where person_id = $1 order by 1, 2';
    const rows = await database.asOwner<Record<string, string>>(sql, [ada]);
    return rows.map((row) => Object.values(row).join(' '));
  };
  expect(await standing()).toBe('not-shown');
  await database.write('secure', (w) => acknowledge(w, ada, documents, 'registration'));
  expect(await standing()).toBe('noted');

  // One millisecond before the new version holds, and at its very moment.
  now = new Date('2026-12-01T10:00:59.999Z');
  await Promise.all(Array.from({ length: 12 }, goOn));
  expect(await standing()).toBe('noted');
  now = new Date('2026-12-01T10:01:00.000Z');
  expect(await standing()).toBe('not-shown');
  await Promise.all(Array.from({ length: 12 }, goOn));
  expect(await standing()).toBe('went-on');
  const first = (document: string) => `${document} 2026-01-01 registration in Portugal`;
  const second = 'privacy 2026-12-01-1001 going-on in Portugal';
  expect(await versions()).toEqual([first('privacy'), second, first('terms')]);

  await database.write('provide', (w) => answerNotice(w, ada, documents, 'disagrees'));
  expect(await standing()).toBe('disagrees');
  await database.write('provide', (w) => answerNotice(w, ada, documents, 'noted'));
  expect(await standing()).toBe('noted');
  expect(await versions()).toHaveLength(3);
});

it('shows what differs clause by clause, word by word, whatever the lines were broken like', () => {
  const version = (text: string) => makeDocument({ kind: 'terms', version: '2026-01-01', effective_at }, text, site);
  const before = version(
    '# T\n\nhead\n\n## A {#T1}\n\none two\nthree\n\n## B {#T2}\n\nsame\nwords\n\n## C {#T3}\n\nc\n',
  );
  const after = version('# T\n\nhead\n\n## A {#T1}\n\none 2 three\n\n## B {#T2}\n\nsame words\n\n## D {#T4}\n\nd\n');
  const found = compareDocuments(before, after);
  expect(found.map(({ id, state }) => `${id} ${state}`)).toEqual([
    'null same',
    'T1 changed',
    'T2 same',
    'T4 added',
    'T3 removed',
  ]);
  expect(found[1]?.runs).toEqual([
    { type: 'same', text: 'one ' },
    { type: 'removed', text: 'two ' },
    { type: 'added', text: '2 ' },
    { type: 'same', text: 'three' },
  ]);
  // Whatever two texts are, leaving out one side gives the other.
  const texts = ['', 'a', 'a b c', 'b a c d\ne', 'x y', 'c b a'];
  for (const one of texts) {
    for (const other of texts) {
      const runs = compareTexts(one, other);
      const without = (type: string) => runs.flatMap((run) => (run.type === type ? [] : run.text)).join('');
      expect(without('removed').replace(/\s+/g, '')).toBe(other.replace(/\s+/g, ''));
      expect(without('added').replace(/\s+/g, '')).toBe(one.replace(/\s+/g, ''));
    }
  }
});
