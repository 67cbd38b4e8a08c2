import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { aPerson } from '../identity/testing.ts';
import {
  browserObjection,
  giveConsent,
  hasConsent,
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

const consent = { use: 'improve', version: '2026-01-01', shown: 'Yes, look', control: 'choices.allow' } as const;
const give = () => database.write('provide', (w) => giveConsent(w, ada, consent));
const stands = () => hasConsent(database.read('provide'), ada, 'improve');

it('gives a consent once, keeps the words shown, and takes it back in one step', async () => {
  expect(await stands()).toBe(false);
  await Promise.all([give(), give(), give()]);
  const receipts = () => listConsents(database.read('provide'), ada, 'improve');
  const { version, shown, control } = consent;
  expect(await receipts()).toEqual([{ version, shown, control, given_at: expect.any(Date), withdrawn_at: null }]);
  expect(await stands()).toBe(true);
  await database.write('provide', (w) => withdrawConsent(w, ada, 'improve'));
  expect(await stands()).toBe(false);
  await give();
  expect(await stands()).toBe(true);
  expect((await receipts()).map(({ withdrawn_at }) => withdrawn_at !== null)).toEqual([false, true]);
  const noted = await database.asOwner<{ said: object }>(
    "select said from ledger_entry where kind = 'consent' order by id",
  );
  const said = { choice: 'given', use: 'improve', version, shown, control };
  expect(noted.map((row) => row.said)).toEqual([said, { choice: 'withdrawn', use: 'improve' }, said]);
});

it('lets a consent to earlier words cover nothing of the new ones, until it is given anew', async () => {
  await give();
  await database.asOwner('update consent set wording = 0 where withdrawn_at is null');
  expect(await stands()).toBe(false);
  await give();
  expect(await stands()).toBe(true);
});

it('permits recording by what is known of whom', () => {
  const knowing = { personId: 'ada', hasAcknowledged: true, hasConsented: true, objects: false };
  const of = (but: Partial<Parameters<typeof permit>[0]>) => permit({ ...knowing, ...but }, 'improve');
  expect(of({})).toMatchObject({ detail: 'visit', personId: 'ada' });
  expect(of({ hasConsented: false })).toMatchObject({ detail: 'single', personId: null });
  expect(of({ objects: true })).toMatchObject({ detail: 'single', personId: null });
  expect(of({ hasAcknowledged: false })).toEqual({ type: 'refused', because: 'not-acknowledged' });
  expect(of({ hasAcknowledged: false, objects: true })).toEqual({ type: 'refused', because: 'not-acknowledged' });
  expect(of({ personId: null, hasAcknowledged: false })).toMatchObject({ detail: 'single', personId: null });
  const atRest = { ...knowing, isRestricted: true };
  expect(permit(atRest, 'improve')).toEqual({ type: 'refused', because: 'restricted' });
  expect(browserObjection({ gpc: '1', dnt: null })).toBe('gpc');
  expect(browserObjection({ gpc: null, dnt: '1' })).toBe('dnt');
  expect(browserObjection({ gpc: '0', dnt: null })).toBeNull();
});
