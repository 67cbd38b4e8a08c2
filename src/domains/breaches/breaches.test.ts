import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { map } from '../../map.ts';
import { erasePerson } from '../disclosure/index.ts';
import { aPerson } from '../identity/testing.ts';
import {
  addExtent,
  authorityDueAt,
  closeBreach,
  findBreach,
  listBreaches,
  noteAuthority,
  noteBreach,
  tellAffected,
} from './index.ts';

let database: TestDatabase;
const now = new Date('2026-11-24T12:00:00Z');
beforeAll(async () => {
  database = await aDatabase({ clock: () => now });
  for (const name of ['ada', 'ben']) await aPerson(database, { email: `${name}@lake.example`, name });
});
afterAll(() => database.close());
beforeEach(() => database.asOwner('truncate breach, mail cascade'));

const rights = <T>(work: Parameters<typeof database.write<'rights', T>>[1]) => database.write('rights', work);
const aForm = {
  title: 'A backup lay open',
  what: 'On a web server, for a day',
  measures: 'Taken away',
  risk: 'high',
  known_at: new Date('2026-11-24T09:00:00Z'),
};
const anExtent = {
  table: 'person',
  columns: ['email'],
  from: new Date('2026-11-01T00:00:00Z'),
  to: new Date('2026-11-24T12:00:00Z'),
  which: 'there',
} as const;
const letter = { subject: 'About your data', body: 'A backup lay open.' };

async function aBreach(): Promise<string> {
  const noted = await rights((w) => noteBreach(w, null, aForm));
  if (noted.type === 'refused') throw new Error('refused');
  return noted.id;
}

const view = async (id: string) => (await findBreach(database.read('rights'), map, id))!;
const addresses = async () =>
  (await database.asOwner<{ address: string }>('select address from mail order by address')).map(
    (mail) => mail.address,
  );

it('keeps what is known, and counts 72 hours from the moment at which it was', async () => {
  const id = await aBreach();
  const { known_at } = await view(id);
  expect(authorityDueAt(known_at)).toEqual(new Date('2026-11-27T09:00:00Z'));
  await rights((w) => noteBreach(w, id, { ...aForm, risk: 'none' }));
  expect(await rights((w) => noteAuthority(w, id, ' ', now))).toMatchObject({ because: 'no-words' });
  await rights((w) => noteAuthority(w, id, 'CNPD 12/2026', now));
  await rights((w) => closeBreach(w, id, true));
  expect(await listBreaches(database.read('rights'))).toMatchObject([
    { risk: 'none', authority_note: 'CNPD 12/2026', authority_told_at: now, closed_at: now },
  ]);
});

it.each([
  ['title', { title: ' ' }, 'empty'],
  ['risk', { risk: 'some' }, 'no-choice'],
  ['known_at', { known_at: null }, 'no-moment'],
  ['known_at', { known_at: new Date('2027-01-01') }, 'to-come'],
])('says what is wrong with its field %s', async (field, change, fault) => {
  const noted = await rights((w) => noteBreach(w, null, { ...aForm, ...change }));
  expect(noted).toEqual({ type: 'refused', because: 'faults', faults: { [field]: fault } });
});

it('works out whom it reached, and refuses what the map does not know', async () => {
  const id = await aBreach();
  const add = (change: object) => rights((w) => addExtent(w, map, id, { ...anExtent, ...change }));
  expect(await add({ table: 'secret' })).toMatchObject({ because: 'no-such-table' });
  expect(await add({ to: new Date('2026-10-01') })).toMatchObject({ because: 'no-window' });
  await add({ columns: ['email', 'no_such'] });
  const { reaches } = await view(id);
  expect(reaches).toMatchObject([{ count: 2, columns: ['email'] }]);
  expect(reaches[0]!.persons.map(({ address }) => address).sort()).toEqual(['ada@lake.example', 'ben@lake.example']);
});

it('writes to each of them once, over all parts of the extent, and forgets who is erased', async () => {
  const id = await aBreach();
  await rights((w) => addExtent(w, map, id, anExtent));
  await rights((w) => addExtent(w, map, id, { ...anExtent, table: 'credential', columns: [] }));
  const tell = () => tellAffected(database, map, id, letter, 'privacy@mooc.test');
  expect(await tellAffected(database, map, id, { ...letter, body: ' ' }, 'x')).toMatchObject({ because: 'no-words' });
  expect(await tell()).toEqual({ type: 'told', count: 2 });
  expect(await tell()).toEqual({ type: 'told', count: 0 });
  expect(await addresses()).toEqual(['ada@lake.example', 'ben@lake.example']);
  expect((await view(id)).told).toBe(2);
  await rights((w) => erasePerson(w, map, { email: 'ben@lake.example' }));
  expect(await view(id)).toMatchObject({ told: 1, reaches: [{ count: 1 }, { count: 1 }] });
});
