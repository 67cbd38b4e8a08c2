import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { aPerson } from '../identity/testing.ts';
import { appendLeaves } from './append-leaves.ts';
import type { NewEntry } from './entry.ts';
import { checkReceipt, findReceipt } from './find-receipt.ts';
import { listEntries, noteEntries, noteEntry, noteErasure, noteLookUp } from './index.ts';
import { verifyLog } from './verify-log.ts';

let database: TestDatabase;
let ada: string;
let ben: string;
let dana: string;
let now = new Date('2026-11-24T10:00:00Z');
beforeAll(async () => {
  database = await aDatabase({ clock: () => now });
  ada = await aPerson(database, { email: 'ada@lake.example' });
  ben = await aPerson(database, { email: 'ben@lake.example' });
  dana = await aPerson(database, { email: 'dana@lake.example', name: 'Dana', isOperator: true });
});
afterAll(() => database.close());

const correction = (personId: string, field = 'person.name'): NewEntry => ({
  personId,
  by: { type: 'self' },
  kind: 'correction',
  said: { fields: [field] },
});

const tables = ['ledger_entry', 'ledger_actor', 'ledger_leaf', 'ledger_node', 'ledger_head'];

const entriesOf = async (personId: string, before: string | null = null) =>
  (await listEntries(database.read('rights'), personId, { before })).lines;

it('shows a person who of the staff looked at what and what for, by role and never by name', async () => {
  const seen = { staffId: dana, role: 'operator', purpose: 'rights', fields: ['person.email'], count: 1 };
  await database.write('provide', (w) => noteLookUp(w, { ...seen, personIds: [ada, ben, ada] }));
  const [line] = await entriesOf(ada);
  expect(line).toEqual({
    id: expect.any(String),
    at: now,
    kind: 'look-up',
    by: 'staff',
    role: 'operator',
    said: { purpose: 'rights', fields: ['person.email'], count: 1 },
  });
  expect(JSON.stringify(await entriesOf(ben))).not.toContain(dana);
  const actors = await database.asOwner('select staff_id from ledger_actor');
  expect(actors).toEqual([{ staff_id: dana }, { staff_id: dana }]);
});

it('gives pages of bounded length, each line once', async () => {
  const many = Array.from({ length: 60 }, (_, index) => correction(ben, `field.${index}`));
  await database.write('secure', (w) => noteEntries(w, many));
  const first = await listEntries(database.read('rights'), ben, { before: null });
  const second = await listEntries(database.read('rights'), ben, { before: first.next });
  expect([first.lines.length, second.lines.length, second.next]).toEqual([50, 11, null]);
  expect(new Set([...first.lines, ...second.lines].map(({ id }) => id)).size).toBe(61);
});

it('refuses what the kind of an entry does not declare, by name and not by value', async () => {
  const said = { fields: ['person.name'], was: 'Ada Lovelace' };
  const noting = database.write('provide', (w) => noteEntry(w, { ...correction(ada), said } as NewEntry));
  await expect(noting).rejects.toThrow("refused to store an entry 'correction' of a ledger");
  await noting.catch((error: Error) => expect(error.message).not.toContain('Lovelace'));
});

it('notes nothing of a change that did not happen, nor about who has no account', async () => {
  const before = await database.asOwner('select from ledger_leaf');
  const failing = database.write('provide', async (w) => {
    await noteEntry(w, correction(ada));
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await database.write('provide', (w) => noteEntry(w, correction(crypto.randomUUID())));
  expect(await database.asOwner('select from ledger_leaf')).toEqual(before);
});

it('lets the purposes that note read nothing', async () => {
  const look = database.read('provide').connection.named({ name: 'peek', text: 'select said from ledger_entry' }, []);
  await expect(look).rejects.toThrow('permission denied');
});

it('gives a receipt at once, which goes on being right while the log grows', async () => {
  const [line] = await entriesOf(ada);
  const receipt = (await findReceipt(database, ada, line!.id))!;
  const text = JSON.stringify(receipt);
  expect(text).not.toContain(ada);
  expect(await checkReceipt(database, text)).toEqual({ type: 'sound', receipt });
  expect(await findReceipt(database, ben, line!.id)).toBeNull();

  now = new Date(now.getTime() + 60_000);
  await database.write('provide', (w) => noteEntries(w, [correction(ada), correction(ben)]));
  expect(await appendLeaves(database)).toBe(2);
  expect(await appendLeaves(database)).toBe(0);
  expect(await checkReceipt(database, text)).toEqual({ type: 'sound', receipt });
  const changed = text.replace('"count":1', '"count":2');
  expect(await checkReceipt(database, changed)).toMatchObject({ type: 'refused', because: 'changed' });
  expect(await checkReceipt(database, '{}')).toEqual({ type: 'refused', because: 'no-receipt' });
  expect(await verifyLog(database)).toEqual({ leaves: 64, heads: 2, entries: 64, faults: [] });
});

it('brings every leaf into the log once, whoever appends at the same time', async () => {
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      await database.write('provide', (w) => noteEntry(w, correction(ada)));
      await appendLeaves(database);
    }),
  );
  expect(await verifyLog(database)).toMatchObject({ leaves: 72, entries: 72, faults: [] });
});

it('keeps the leaves of an erased person, without a line, and gives them the only receipt of it', async () => {
  const eve = await aPerson(database, { email: 'eve@lake.example' });
  await database.write('provide', (w) => noteEntry(w, correction(eve)));
  const [noted] = await database.write('rights', async (w) => {
    const receipts = await noteErasure(w, [eve], { type: 'self' });
    await w.connection.kysely.deleteFrom('ledger_entry').where('person_id', '=', eve).execute();
    return receipts;
  });
  expect(noted).toMatchObject({ entry: { kind: 'erasure', by: 'self' } });
  await appendLeaves(database);
  expect(await verifyLog(database)).toMatchObject({ leaves: 74, entries: 72, faults: [] });
  const rows = await database.asOwner<{ text: string }>('select l::text as text from ledger_leaf l');
  expect(rows.some(({ text }) => text.includes(eve) || text.includes(Buffer.from(eve).toString('hex')))).toBe(false);
});

it('lets no serving role take anything back from the log', async () => {
  const run = (text: string) => database.write('rights', (w) => w.connection.named({ name: text, text }, []));
  for (const text of [
    'delete from ledger_leaf',
    'update ledger_leaf set position = position + 1000',
    'update ledger_leaf set is_vacated = false',
    "update ledger_head set root = '\\x00'",
    'delete from ledger_node',
  ]) {
    await expect(run(text), text).rejects.toThrow("the ledger's log only grows");
  }
});

it.each([
  ['changes a line', "update ledger_entry set said = said || '{\"count\": 9}' where kind = 'look-up'", 'entry-changed'],
  [
    'gives a line to somebody else',
    "update ledger_entry set person_id = (select id from person where name = 'Dana') where kind = 'look-up'",
    'entry-changed',
  ],
  ['drops a line', "delete from ledger_actor; delete from ledger_entry where kind = 'look-up'", 'leaf-without-entry'],
  [
    'drops the last leaf',
    'delete from ledger_leaf where position = (select max(position) from ledger_leaf)',
    'leaf-missing',
  ],
  ['drops a leaf', 'delete from ledger_leaf where position = 5', 'leaf-missing'],
  [
    'flips a bit of a leaf',
    'update ledger_leaf set hash = set_bit(hash, 77, 1 - get_bit(hash, 77)) where position = 3',
    'root-differs',
  ],
  [
    'swaps two leaves',
    'update ledger_leaf set position = -1 where position = 7; update ledger_leaf set position = 7 where position = 8; update ledger_leaf set position = 8 where position = -1',
    'root-differs',
  ],
  [
    'flips a bit of a node',
    'update ledger_node set hash = set_bit(hash, 9, 1 - get_bit(hash, 9)) where level = 2 and place = 1',
    'node-differs',
  ],
  ['writes another root', 'update ledger_head set root = set_bit(root, 9, 1 - get_bit(root, 9))', 'head-unsigned'],
])('finds it when the database operator %s', async (_, statements, because) => {
  for (const table of tables) await database.asOwner(`create temp table kept_${table} as table ${table}`);
  await database.asOwner('set session_replication_role = replica');
  for (const statement of statements.split('; ')) await database.asOwner(statement);
  const { faults } = await verifyLog(database);
  expect(faults.map((fault) => fault.because)).toContain(because);
  for (const table of tables) {
    await database.asOwner(`delete from ${table}`);
    await database.asOwner(`insert into ${table} select * from kept_${table}`);
    await database.asOwner(`drop table kept_${table}`);
  }
  await database.asOwner('set session_replication_role = origin');
  expect((await verifyLog(database)).faults).toEqual([]);
});

it('signs nothing more over a log that is not what was signed', async () => {
  await database.asOwner('set session_replication_role = replica');
  await database.asOwner('update ledger_leaf set hash = set_bit(hash, 0, 1 - get_bit(hash, 0)) where position = 73');
  await database.asOwner('update ledger_node set hash = set_bit(hash, 0, 1 - get_bit(hash, 0))');
  await database.asOwner('set session_replication_role = origin');
  await database.write('provide', (w) => noteEntry(w, correction(ada)));
  await expect(appendLeaves(database)).rejects.toThrow("'mooc ledger verify' says where");
});
