import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  approveHold,
  askHold,
  countHeld,
  endTerms,
  erasePerson,
  exportPerson,
  finishErasures,
  liftHold,
  listHolds,
  listUnfinished,
} from '../../src/domains/disclosure/index.ts';
import { aPerson } from '../../src/domains/identity/testing.ts';
import { daysAfter } from '../../src/kernel/clock.ts';
import { factsOf } from '../../src/kernel/holdings/index.ts';
import { map } from '../../src/map.ts';
import { aDatabase, type TestDatabase } from '../support/test-database.ts';
import { type Canary, fillTables } from './fill-tables.ts';
import { law } from './law.ts';

const begin = new Date('2026-11-24T10:00:00Z');

let now = begin;
let database: TestDatabase;
let ada: Canary;
let dana: string;
let eli: string;
beforeAll(async () => {
  database = await aDatabase({ clock: () => now });
  dana = await aPerson(database, { email: 'dana@lake.example', isOperator: true });
  eli = await aPerson(database, { email: 'eli@lake.example', isOperator: true });
});
afterAll(() => database.close());
beforeEach(async () => {
  now = begin;
  ada = await somebody();
});

/** With a row in every table, but for holds: what the filling puts there is no hold of these tests. */
async function somebody(): Promise<Canary> {
  const mark = crypto.randomUUID().slice(0, 8);
  const person = { id: crypto.randomUUID(), email: `${mark}@lake.example`, name: `Ada ${mark}` };
  await fillTables(database, map, person, begin);
  await database.asOwner('truncate legal_hold cascade');
  return person;
}

const rights = <T>(work: Parameters<typeof database.write<'rights', T>>[1]) => database.write('rights', work);

const form = {
  ground: 'Court of Lisbon, 12/2026',
  tables: ['person', 'visit'],
  endsOn: '2027-05-31',
  telling: 'now',
  silence: '',
  silentUntil: '',
};
const silent = { telling: 'later', silence: 'The court said so', silentUntil: '2027-01-31' };

const ask = (change: Partial<typeof form> = {}, email = ada.email) =>
  rights((w) => askHold(w, map, email, { ...form, ...change }, dana));

/** Holds on the account and on the sign-up, which have the same id here. */
async function hold(change: Partial<typeof form> = {}): Promise<string> {
  const asked = await ask(change);
  if (asked.type === 'refused') throw new Error(JSON.stringify(asked));
  const [id] = asked.ids;
  expect(await rights((w) => approveHold(w, map, id!, ada.email, eli))).toEqual({ type: 'approved' });
  return id!;
}

const erase = (by = { type: 'site' } as Parameters<typeof erasePerson>[3]) =>
  rights((w) => erasePerson(w, map, { personId: ada.id }, by));
const held = () =>
  database.asOwner<{ table_name: string; row: Record<string, unknown> }>(
    'select table_name, row from held_row order by table_name',
  );
const lines = () =>
  database.asOwner<{ choice: string }>(
    `select said ->> 'choice' as choice from ledger_entry where person_id = $1 and kind = 'hold' order by at, id`,
    [ada.id],
  );

it('sets aside exactly the rows of its tables when their person is erased, says so, and forgets whose it is', async () => {
  await hold();
  const erasure = await erase();
  const rows = await held();
  expect(rows.map(({ table_name }) => table_name)).toEqual(['person', 'visit']);
  expect(rows[0]!.row).toMatchObject({ id: ada.id, email: ada.email, name: ada.name });
  const told = erasure.type === 'erased' ? erasure.tables : [];
  const naming = told.filter(({ kept }) => JSON.stringify(kept).includes(form.ground)).map(({ table }) => table);
  expect(naming.sort()).toEqual(['person', 'visit']);
  expect(await database.asOwner('select from person where id = $1', [ada.id])).toEqual([]);
  expect(await database.asOwner('select from legal_hold where person_id is not null or sealed is not null')).toEqual(
    [],
  );
});

it('is unreadable for every purpose but rights', async () => {
  for (const purpose of ['provide', 'secure', 'improve', 'contact'] as const) {
    const { connection } = database.read(purpose);
    for (const table of ['legal_hold', 'held_row']) {
      const look = connection.named({ name: `look ${table}`, text: `select from ${table} where id is null` }, []);
      await expect(look, purpose).rejects.toThrow('permission denied');
    }
  }
});

it('keeps what a term ends, as it was before, of its person alone', async () => {
  const { keep } = factsOf(map.visit!, 'address');
  const days = 'days' in keep ? keep.days : 0;
  await database.asOwner('truncate visit cascade');
  [ada] = [await somebody(), await somebody()];
  await hold({ tables: ['visit'] });
  now = daysAfter(begin, days);
  await endTerms(database, map);
  await endTerms(database, map);
  const rows = await held();
  expect(rows.map(({ row }) => row.address)).toEqual(['203.0.113.7']);
  const left = await database.asOwner<{ address: string }>('select address::text as address from visit');
  expect(left.map(({ address }) => address)).toEqual(['203.0.113.0/24', '203.0.113.0/24']);
});

it('lets its copies go after its last day, everywhere in the world, and their bytes after them', async () => {
  const id = await hold();
  await erase();
  await rights(async (w) => finishErasures(w, await listUnfinished(w)));
  now = new Date('2027-06-01T11:59:00Z');
  await endTerms(database, map);
  expect(await held()).toHaveLength(2);
  now = new Date('2027-06-01T12:00:00Z');
  await endTerms(database, map);
  expect(await held()).toEqual([]);
  const waiting = async () => (await listUnfinished(database.read('rights'))).map((each) => each.id);
  expect(await waiting()).toContain(id);
  await rights(async (w) => finishErasures(w, await listUnfinished(w)));
  expect(await waiting()).not.toContain(id);
});

it('keeps nothing before another operator approved it, nor after it was lifted', async () => {
  const asked = await ask();
  const [id] = asked.type === 'asked' ? asked.ids : [];
  const approve = (email: string, operator: string) => rights((w) => approveHold(w, map, id!, email, operator));
  expect(await approve(ada.email, dana)).toMatchObject({ because: 'asked-by-you' });
  expect(await approve('eli@lake.example', eli)).toMatchObject({ because: 'other-person' });
  expect(await ask({}, 'nobody@lake.example')).toMatchObject({ because: 'no-such-person' });
  expect(await lines()).toEqual([]);
  expect(await approve(ada.email, eli)).toEqual({ type: 'approved' });
  expect(await approve(ada.email, eli)).toMatchObject({ because: 'not-asked' });
  const lift = () => rights((w) => liftHold(w, map, id!, eli));
  expect(await lift()).toEqual({ type: 'lifted' });
  expect(await lift()).toMatchObject({ because: 'lifted-already' });
  expect((await lines()).map(({ choice }) => choice)).toEqual(['set', 'lifted']);
  await erase();
  expect(await held()).toEqual([]);
});

it('of which they may not know is in no export, count, ledger or report before its day, and in all of them after', async () => {
  const id = await hold(silent);
  const traces = async () => {
    const exported = await rights(async (w) =>
      JSON.stringify(await Array.fromAsync((await exportPerson(w, map, { personId: ada.id }))!)),
    );
    const counted = await countHeld(database.read('rights'), map, { personId: ada.id });
    const entries = counted.flatMap(({ entries }) => entries).filter(({ table }) => table === 'legal_hold');
    return [exported.includes(id), entries.length > 0, (await lines()).length > 0];
  };
  expect(await traces()).toEqual([false, false, false]);
  now = new Date('2027-02-01T12:00:00Z');
  await endTerms(database, map);
  expect(await traces()).toEqual([true, true, true]);
});

it('of which they may not know is named to staff alone when they are erased', async () => {
  const ground = (erasure: object) => JSON.stringify(erasure).includes(form.ground);
  await hold(silent);
  const broken = rights(async (w) => {
    throw new Error(`${ground(await erasePerson(w, map, { personId: ada.id }))}`);
  });
  await expect(broken).rejects.toThrow('false');
  expect(ground(await erase({ type: 'staff', role: 'operator', staffId: dana }))).toBe(true);
  expect(await database.asOwner('select from legal_hold where sealed is not null')).toEqual([]);
  const { holds } = await rights((w) => listHolds(w, map, 1));
  expect(holds).toMatchObject([{ state: 'holds', held: 2, living: 0 }]);
});

law('P13', 'what a hold keeps of an erased person is gone when the hold is over', {
  whole: async () => {
    await hold();
    await erase();
    return { end: () => endTerms(database, map) };
  },
  keeps: async ({ end }) => {
    expect(await held()).toHaveLength(2);
    now = new Date('2027-06-02T12:00:00Z');
    await end();
    expect(await held()).toEqual([]);
  },
  // Terms that end without asking for the holds.
  breaks: () => ({ end: async () => 0 }),
});
