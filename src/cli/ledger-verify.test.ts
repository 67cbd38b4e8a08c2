import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.ts';
import { aPerson } from '../domains/identity/testing.ts';
import { findReceipt, getLogKey, listEntries, noteEntry } from '../domains/ledger/index.ts';
import type { House } from '../house.ts';
import type { CommandCall } from './command.ts';
import { ledgerVerify } from './ledger-verify.ts';

let database: TestDatabase;
let folder: string;
let receipt: string;
beforeAll(async () => {
  database = await aDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'mooc-ledger-'));
  const ada = await aPerson(database, { email: 'ada@lake.example' });
  const said = { fields: ['person.name'] };
  await database.write('provide', (w) =>
    noteEntry(w, { personId: ada, by: { type: 'self' }, kind: 'correction', said }),
  );
  const { lines } = await listEntries(database.read('rights'), ada, { before: null });
  receipt = path.join(folder, 'receipt.json');
  writeFileSync(receipt, JSON.stringify(await findReceipt(database, ada, lines[0]!.id)));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

/** What the command says; how it ends is in `ends`. */
async function run(args: readonly string[], flags: CommandCall['flags'] = {}): Promise<{ said: string; ends: string }> {
  let said = '';
  const out = {
    say: () => {},
    progress: () => {},
    report: <T>(value: T, toText: (value: T) => string) => {
      said += toText(value);
    },
  };
  const house = async () => ({ database }) as unknown as House;
  const call = { args, flags, config: {} as CommandCall['config'], house, out };
  const ends = await ledgerVerify.run(call).then(
    () => 'well',
    (error: Error) => error.message,
  );
  return { said, ends };
}

it('checks a receipt against the site, and against a key alone', async () => {
  const key = (await getLogKey(database)).toString('hex');
  expect(await run([receipt])).toMatchObject({
    said: expect.stringContaining('The log of today continues'),
    ends: 'well',
  });
  expect(await run([receipt], { key })).toMatchObject({ said: expect.stringContaining('was not asked'), ends: 'well' });
  const other = { said: "The receipt's head is not signed by this site.", ends: 'The receipt does not hold.' };
  expect(await run([receipt], { key: `${'0'.repeat(63)}1` })).toEqual(other);
  expect((await run([receipt], { key: 'short' })).ends).toContain('64 hex digits');
  expect((await run([path.join(folder, 'none')])).ends).toContain("can't be read: ENOENT");
});

it('checks the whole ledger, and says where it is not what it was', async () => {
  expect(await run([])).toMatchObject({
    said: expect.stringMatching(/^Sound: 1 leaves against 1 signed heads/),
    ends: 'well',
  });
  await database.asOwner("update ledger_entry set role = 'nobody'");
  const found = await run([]);
  expect(found.said).toMatch(/\nentry-changed: [0-9a-f-]{36}$/);
  expect(found.ends).toBe('The ledger is not what was signed and noted.');
});
