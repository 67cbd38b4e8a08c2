import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { aPerson } from '../identity/testing.ts';
import {
  acknowledge,
  findAcknowledged,
  giveConsent,
  isObjecting,
  listConsents,
  permit,
  readDocuments,
  withdrawConsent,
} from './index.ts';

let database: TestDatabase;
let folder: string;
let ada: string;
beforeAll(async () => {
  database = await aDatabase();
  ada = await aPerson(database, { email: 'ada@lake.example' });
  folder = mkdtempSync(path.join(tmpdir(), 'mooc-policy-'));
  for (const kind of ['privacy', 'terms', 'honor-code']) mkdirSync(path.join(folder, kind));
  write('privacy/2026-01-01.md', '# Privacy\n\n## Of {{siteName}} {#P1}\n\nwords\n');
  write('privacy/2027-01-01.md', '# Privacy\n\n## Anew {#P1}\n');
  write('terms/2026-01-01.md', '# Terms\n');
  write('honor-code/2026-01-01.md', '# Honor\n');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

function write(name: string, text: string): void {
  writeFileSync(path.join(folder, name), text);
}

const site = {
  siteName: 'Lake',
  operatorName: 'L',
  privacyAddress: 'p@l.example',
  storagePlace: 'here',
  minimumAge_years: 16,
};
const read = () => readDocuments(folder, site);

it('gives the version that holds at a moment, to the millisecond', () => {
  const documents = read();
  const at = (time: string) => documents.currentDocument('privacy', new Date(time)).version;
  expect(at('2026-12-31T23:59:59.999Z')).toBe('2026-01-01');
  expect(at('2027-01-01T00:00:00.000Z')).toBe('2027-01-01');
  expect(documents.listVersions('privacy').map(({ version }) => version)).toEqual(['2027-01-01', '2026-01-01']);
  expect(() => documents.currentDocument('privacy', new Date('2025-12-31'))).toThrow('no version');
  expect(documents.findVersion('privacy', '2026-01-01')).toMatchObject({
    title: 'Privacy',
    text: '# Privacy\n\n## Of Lake\n\nwords\n',
    clauses: [{ id: 'P1', title: 'Of Lake' }],
  });
  expect(documents.findVersion('privacy', '../terms/2026-01-01')).toBeNull();
});

it.each([
  ['a name that is no day', 'privacy/new.md', '# x', 'must be named by the day'],
  ['a day that is none', 'privacy/2026-13-40.md', '# x', 'must be named by the day'],
  ['a blank without a fact', 'privacy/2028-01-01.md', '# x {{phone}}', "a blank 'phone'"],
  ['two clauses of one id', 'privacy/2028-01-01.md', '# x\n## a {#P1}\n## b {#P1}', 'two clauses have the id P1'],
  ['no title', 'privacy/2028-01-01.md', 'words', 'no heading of the first level'],
])('refuses a document with %s', (_, name, text, said) => {
  write(name, text);
  expect(read).toThrow(said);
  rmSync(path.join(folder, name));
});

it('keeps exactly one acknowledgement of a version, however many come at once; the first stands', async () => {
  const [next, now] = read().listVersions('privacy');
  const say = (occasion: 'registration' | 'going-on') =>
    database.write('provide', (w) => acknowledge(w, ada, now!, { occasion, storedIn: 'here' }));
  const made = await Promise.all(Array.from({ length: 12 }, () => say('going-on')));
  expect(made.filter(Boolean)).toHaveLength(1);
  expect(await say('registration')).toBe(false);
  const rows = await database.asOwner(
    'select occasion, text_hash, stored_in from acknowledgement where person_id = $1',
    [ada],
  );
  expect(rows).toEqual([{ occasion: 'going-on', text_hash: now!.hash, stored_in: 'here' }]);
  expect(await findAcknowledged(database.read('provide'), ada, now!)).toBeInstanceOf(Date);
  expect(await findAcknowledged(database.read('provide'), ada, next!)).toBeNull();
});

it('gives a consent once, keeps the words shown, and takes it back in one step', async () => {
  const consent = {
    use: 'newsletter',
    version: '2026-01-01',
    shown: 'Yes, write to me',
    control: 'profile.news',
  } as const;
  const give = () => database.write('provide', (w) => giveConsent(w, ada, consent));
  expect(await listConsents(database.read('provide'), ada)).toEqual([]);
  await Promise.all([give(), give(), give()]);
  expect(await database.asOwner('select shown from consent')).toEqual([{ shown: 'Yes, write to me' }]);
  expect(await listConsents(database.read('provide'), ada)).toEqual(['newsletter']);
  await database.write('provide', (w) => withdrawConsent(w, ada, 'newsletter'));
  expect(await listConsents(database.read('provide'), ada)).toEqual([]);
  await give();
  expect(await listConsents(database.read('provide'), ada)).toEqual(['newsletter']);
});

it('permits recording by what is known of whom', () => {
  const of = (personId: string | null, hasAcknowledged: boolean, objects: boolean) =>
    permit({ personId, hasAcknowledged, objects }, 'improve');
  expect(of('ada', true, false)).toMatchObject({ detail: 'visit', personId: 'ada' });
  expect(of('ada', true, true)).toMatchObject({ detail: 'single', personId: null });
  expect(of('ada', false, false)).toEqual({ type: 'refused', because: 'not-acknowledged' });
  expect(of('ada', false, true)).toEqual({ type: 'refused', because: 'not-acknowledged' });
  expect(of(null, false, false)).toMatchObject({ detail: 'single', personId: null });
  expect(isObjecting({ gpc: '1', dnt: null })).toBe(true);
  expect(isObjecting({ gpc: null, dnt: '1' })).toBe(true);
  expect(isObjecting({ gpc: '0', dnt: null })).toBe(false);
});
