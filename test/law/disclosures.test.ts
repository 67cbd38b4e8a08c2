import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  countHeld,
  erasePerson,
  exportPerson,
  findPersonIds,
  findReachable,
  listFields,
  readDisclosed,
} from '../../src/domains/disclosure/index.ts';
import {
  approveDisclosure,
  askDisclosure,
  type DisclosureForm,
  findDisclosure,
  isPass,
  listDisclosures,
  openGate,
  recordOwnUse,
  tellSubjects,
  withdrawDisclosure,
} from '../../src/domains/gate/index.ts';
import { aPerson } from '../../src/domains/identity/testing.ts';
import { map } from '../../src/map.ts';
import { aDatabase, type TestDatabase } from '../support/test-database.ts';
import { law } from './law.ts';

const today = '2026-11-24';
const known = new Set(listFields(map).flatMap(({ fields }) => fields));
const letters = { replyTo: 'privacy@mooc.test', disclosed: () => ({ subject: 'told', text: 'what was handed over' }) };

let database: TestDatabase;
let now: Date;
let ada: string;
let ben: string;
let dana: string;
let eli: string;
beforeAll(async () => {
  now = new Date('2026-11-24T12:00:00Z');
  database = await aDatabase({ clock: () => now });
  ada = await aPerson(database, { email: 'ada@lake.example', name: 'Ada' });
  ben = await aPerson(database, { email: 'ben@lake.example', name: 'Ben' });
  dana = await aPerson(database, { email: 'dana@lake.example', name: 'Dana', isOperator: true });
  eli = await aPerson(database, { email: 'eli@lake.example', name: 'Eli', isOperator: true });
});
afterAll(() => database.close());
beforeEach(async () => {
  now = new Date('2026-11-24T12:00:00Z');
  await database.asOwner('truncate disclosure_entry, mail, ledger_entry cascade');
});

const rights = <T>(work: Parameters<typeof database.write<'rights', T>>[1]) => database.write('rights', work);

const aForm = (change: Partial<DisclosureForm> = {}): DisclosureForm => ({
  ground: 'legal-demand',
  document: 'Court of Lisbon, 12/2026',
  fingerprint: 'a'.repeat(64),
  recipient: 'Court of Lisbon',
  why: 'A claim about a certificate',
  fields: ['person.email', 'person.registered_at'],
  personIds: [ada],
  people: 1,
  silence: '',
  silentUntil: '',
  ...change,
});

async function asked(change: Partial<DisclosureForm> = {}): Promise<string> {
  const result = await rights((w) => askDisclosure(w, aForm(change), dana, { known, today }));
  if (result.type === 'refused') throw new Error(JSON.stringify(result));
  return result.id;
}

const approve = (id: string, operator: string) => rights((w) => approveDisclosure(w, id, operator));
const open = (id: string) => rights((w) => openGate(w, 'disclosed-file', id, dana));
const tell = (id: string, on = today) =>
  rights((w) => tellSubjects(w, id, dana, on, (personId) => findReachable(w, map, personId), letters));

/** What the gate lets out by an entry. */
async function handedOver(id: string): Promise<unknown[]> {
  return rights(async (w) => {
    const pass = await openGate(w, 'disclosed-file', id, dana);
    return isPass(pass) ? Array.fromAsync(readDisclosed(w, map, pass)) : [pass];
  });
}

it('opens after two different operators approved, for a month, and hands over those fields of those persons alone', async () => {
  const id = await asked();
  expect(await open(id)).toMatchObject({ because: 'not-approved' });
  expect(await approve(id, dana)).toEqual({ type: 'approved', isOpen: false });
  expect(await approve(id, dana)).toMatchObject({ because: 'approved-already' });
  expect(await open(id)).toMatchObject({ because: 'not-approved' });
  expect(await approve(id, eli)).toEqual({ type: 'approved', isOpen: true });
  expect(await handedOver(id)).toEqual([
    { table: 'person', row: { email: 'ada@lake.example', registered_at: expect.any(String) } },
  ]);
  const view = await findDisclosure(database.read('rights'), id);
  expect(view?.steps.map(({ step, operator_id }) => [step, operator_id])).toEqual([
    ['asked', dana],
    ['approved', dana],
    ['approved', eli],
    ['handed-over', dana],
  ]);
  now = new Date('2026-12-25T12:00:00Z');
  expect(await open(id)).toMatchObject({ because: 'too-late' });
});

it('counts two approvals that come at once as what they are', async () => {
  const id = await asked();
  const results = await Promise.all([approve(id, dana), approve(id, dana), approve(id, eli)]);
  expect(results.filter(({ type }) => type === 'approved')).toHaveLength(2);
  expect((await findDisclosure(database.read('rights'), id))?.state).toBe('approved');
});

it('opens for nothing that was withdrawn, and for no other way', async () => {
  const id = await asked();
  await approve(id, dana);
  await approve(id, eli);
  await rights((w) => withdrawDisclosure(w, id, eli));
  expect(await open(id)).toMatchObject({ because: 'not-approved' });
  const own = await rights((w) => recordOwnUse(w, 'inquiries-file', { operatorId: dana, why: 'x', fields: [] }));
  expect(isPass(own) && (await open(own.entryId))).toMatchObject({ because: 'no-such-disclosure' });
});

it.each([
  ['ground', { ground: 'curiosity' }, 'no-choice'],
  ['document', { document: ' ' }, 'empty'],
  ['fingerprint', { fingerprint: 'abc' }, 'no-hash'],
  ['fields', { fields: [] }, 'empty'],
  ['fields', { fields: ['credential.password_hash'] }, 'unknown-field'],
  ['personIds', { personIds: [] }, 'empty'],
  ['silence', { silentUntil: '2027-01-01' }, 'empty'],
  ['silentUntil', { silence: 'The court said so' }, 'no-day'],
  ['silentUntil', { silence: 'The court said so', silentUntil: '2026-11-24' }, 'no-day'],
  ['silentUntil', { silence: 'The court said so', silentUntil: '2030-01-01' }, 'too-far'],
])('says what is wrong with its field %s', async (field, change, fault) => {
  const result = await rights((w) => askDisclosure(w, aForm(change), dana, { known, today }));
  expect(result).toEqual({ type: 'refused', because: 'faults', faults: { [field]: fault } });
});

it('is in no export, count or ledger of a person before they are told, and in all of them afterwards', async () => {
  const id = await asked({ silence: 'The court said so', silentUntil: '2027-01-31', personIds: [ada, ben] });
  await approve(id, dana);
  await approve(id, eli);
  expect(await tell(id)).toMatchObject({ because: 'not-given' });
  await open(id);
  const traces = async () => {
    const exported = await rights(async (w) => {
      const lines = await exportPerson(w, map, { personId: ada });
      return JSON.stringify(await Array.fromAsync(lines!));
    });
    const held = await countHeld(database.read('rights'), map, { personId: ada });
    const ledger = await database.asOwner("select from ledger_entry where person_id = $1 and kind = 'disclosure'", [
      ada,
    ]);
    const rows = held.flatMap(({ entries }) => entries).filter(({ table }) => table === 'disclosure_subject');
    return [exported.includes(id), rows.length > 0, ledger.length > 0];
  };
  expect(await traces()).toEqual([false, false, false]);
  expect(await tell(id, '2027-01-31')).toMatchObject({ because: 'silent' });
  expect(await tell(id, '2027-02-01')).toEqual({ type: 'told', count: 2 });
  expect(await tell(id, '2027-02-01')).toMatchObject({ because: 'told-already' });
  expect(await traces()).toEqual([true, true, true]);
  const mails = await database.asOwner<{ address: string }>('select address from mail order by address');
  expect(mails.map(({ address }) => address)).toEqual(['ada@lake.example', 'ben@lake.example']);
});

it('stays without them when they are erased', async () => {
  const cleo = await aPerson(database, { email: 'cleo@lake.example', name: 'Cleo' });
  const ids = await findPersonIds(database.read('rights'), map, 'cleo@lake.example');
  expect(ids).toEqual([cleo]);
  const id = await asked({ personIds: ids });
  await approve(id, dana);
  await approve(id, eli);
  await rights((w) => erasePerson(w, map, { personId: cleo }));
  expect(await handedOver(id)).toEqual([]);
  expect(await tell(id)).toEqual({ type: 'told', count: 0 });
  expect(await database.asOwner('select from disclosure_subject where person_id is not null')).toEqual([]);
});

it("records the site's own use, with what for", async () => {
  const record = (why: string) =>
    rights((w) => recordOwnUse(w, 'inquiries-file', { operatorId: dana, why, fields: ['contact.email'] }));
  expect(await record(' ')).toMatchObject({ because: 'no-words' });
  expect(isPass(await record('To call those who wait'))).toBe(true);
  const { rows } = await listDisclosures(database.read('rights'), 1);
  expect(rows).toMatchObject([{ ground: 'own-use', state: 'recorded', why: 'To call those who wait', persons: 0 }]);
});

law('P10a P10b P10c P10d', 'nothing is handed over that two different operators did not approve', {
  whole: async () => {
    const id = await asked();
    await approve(id, dana);
    return id;
  },
  keeps: async (id) => expect(await handedOver(id)).toMatchObject([{ because: 'not-approved' }]),
  breaks: async (id) => {
    await database.asOwner("update disclosure_entry set state = 'approved', approved_at = $1", [now]);
    return id;
  },
});

law('P10a', 'whose data were handed over is told, or the register says until when not', {
  whole: async () => {
    const id = await approved();
    await open(id);
    await tell(id);
    return id;
  },
  keeps: async (id) => {
    const entry = await findDisclosure(database.read('rights'), id);
    expect(entry?.told_at ?? entry?.silent_until).not.toBeNull();
    const letters = await database.asOwner("select from mail where about = 'disclosure' and person_id = $1", [ada]);
    expect(letters).toHaveLength(1);
  },
  // Handed over by code that forgets to tell.
  breaks: async () => {
    await database.asOwner('truncate mail');
    const id = await approved();
    await open(id);
    return id;
  },
});

async function approved(): Promise<string> {
  const id = await asked();
  for (const operator of [dana, eli]) await approve(id, operator);
  return id;
}
