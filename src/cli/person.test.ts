import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.ts';
import { aPerson } from '../domains/identity/testing.ts';
import { aSignUp } from '../domains/outreach/testing.ts';
import type { House } from '../house.ts';
import { tablesAboutPeople } from '../kernel/holdings/index.ts';
import { map } from '../map.ts';
import type { Command, CommandCall } from './command.ts';
import { mailBounced } from './mail-bounced.ts';
import { personErase } from './person-erase.ts';
import { personExport } from './person-export.ts';
import { personOperator } from './person-operator.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await aDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'mooc-person-'));
  await aPerson(database, { email: 'ada@lake.example' });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

/** Runs a command on the test's database. @returns what it reports, as a person reads it */
async function run(command: Command, args: readonly string[], flags: CommandCall['flags'] = {}): Promise<string> {
  let said = '';
  await command.run({
    args,
    flags,
    config: {} as CommandCall['config'],
    // All that these commands ask of the house.
    house: async () => ({ database, purge: purgeOf(database) }) as unknown as House,
    out: {
      say: (line) => {
        said += line;
      },
      report: (value, toText) => {
        said += toText(value);
      },
      progress: () => {},
    },
  });
  return said;
}

function purgeOf({ owner }: TestDatabase) {
  return { database, owner, isOurs: true, tables: tablesAboutPeople(map), patience_ms: 20_000 };
}

it('exports to a file that only its owner may read, for people or for machines', async () => {
  const file = path.join(folder, 'ada.txt');
  await run(personExport, ['ada@lake.example'], { to: file });
  expect(statSync(file).mode & 0o077).toBe(0);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('person: a person with an account, and their profile');
  expect(text).toContain('email: ada@lake.example; ');
  expect(text).toContain('(not shown: password_hash, because it guards the account)');
  expect(text).not.toContain('$argon2id');

  const lines = path.join(folder, 'ada.jsonl');
  await run(personExport, ['ada@lake.example'], { to: lines, json: true });
  const parsed = readFileSync(lines, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string });
  expect(parsed.filter(({ type }) => type === 'row')).toMatchObject([
    { table: 'person', row: { name: 'Ada' } },
    { table: 'credential' },
    { table: 'ledger_entry', row: { kind: 'export', acted_by: 'staff', role: 'operator' } },
    { table: 'ledger_entry', row: { kind: 'export' } },
  ]);
});

it('makes an operator, and ends it', async () => {
  const isOperator = () => database.asOwner('select is_operator from person');
  expect(await run(personOperator, ['ADA@lake.example'])).toBe('This person operates the site now.');
  expect(await isOperator()).toEqual([{ is_operator: true }]);
  await run(personOperator, ['ada@lake.example'], { end: true });
  expect(await isOperator()).toEqual([{ is_operator: false }]);
  await expect(run(personOperator, ['nobody@lake.example'])).rejects.toThrow('they must register first');
});

it('erases, and says what went', async () => {
  const said = await run(personErase, ['ada@lake.example']);
  expect(said).toMatch(/credential +1 deleted\nperson +1 deleted/);
  expect(said).toMatch(/No query finds it since 2[-0-9T:.]+Z\.\nGone from bytes since 2[-0-9T:.]+Z\./);
  await expect(run(personErase, ['ada@lake.example'])).rejects.toThrow('Nobody with this address is known here');
  await expect(run(personExport, ['ada@lake.example'])).rejects.toThrow('Nobody with this address is known here');
});

it('finds somebody who only signed up for updates', async () => {
  await aSignUp(database, 'ben@lake.example');
  const file = path.join(folder, 'ben.txt');
  await run(personExport, ['ben@lake.example'], { to: file });
  expect(readFileSync(file, 'utf8')).toContain('Lake University');
  expect(await run(personErase, ['ben@lake.example'])).toMatch(/inquiry +1 deleted/);
  expect(await database.asOwner('select from contact')).toEqual([]);
});

it('takes in a mailbox of returned mail, and leaves other mail alone', async () => {
  const file = path.join(folder, 'returned.mbox');
  writeFileSync(file, 'From a\nSubject: Hello\n\nHello.\n\nFrom b\nSubject: Again\n\nHello.\n');
  expect(await run(mailBounced, [file])).toContain('2 other mails were left alone.');
  await expect(run(mailBounced, [path.join(folder, 'nothing')])).rejects.toThrow("can't be read: ENOENT");
});

it('asks for one address', async () => {
  for (const command of [personExport, personErase, personOperator]) {
    await expect(run(command, [])).rejects.toThrow('name the person by their e-mail address');
    await expect(run(command, ['a@b.example', 'c@d.example'])).rejects.toThrow('name the person');
  }
});
