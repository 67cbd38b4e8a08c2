// Proves P13.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { erasePerson, exportPerson, personErased } from '../../src/domains/disclosure/index.ts';
import { permit } from '../../src/domains/policy/index.ts';
import { createIntake } from '../../src/domains/tracking/index.ts';
import { lockErasing } from '../../src/kernel/database/index.ts';
import { factsOf, type Holdings, tablesAboutPeople } from '../../src/kernel/holdings/index.ts';
import { queueLetter } from '../../src/kernel/mail/index.ts';
import { map } from '../../src/map.ts';
import { aDatabase, type TestDatabase } from '../support/test-database.ts';
import { type Canary, fillTables } from './fill-tables.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

const ada: Canary = { id: crypto.randomUUID(), email: 'ada.canary@lake.example', name: 'Ada Canary' };
const ben: Canary = { id: crypto.randomUUID(), email: 'ben.finch@lake.example', name: 'Ben Finch' };

/** What the map declares to stay until the erasure is wholly done: that it was. */
const residue = ['erasure'];

/** What a hold sets aside is kept, so the filling puts nothing of a person there; `holds.test.ts` looks at it. */
const filled = tablesAboutPeople(map).filter((table) => table !== 'held_row');

/** Where anything of the person is found: by id, address or name, in any column of any table. */
async function findTraces(person: Canary): Promise<string[]> {
  const hex = Buffer.from(person.id).toString('hex');
  const traces: string[] = [];
  for (const table of Object.keys(map)) {
    const rows = await database.asOwner(
      `select from "${table}" t where strpos(lower(t::text), lower($1)) > 0 or strpos(t::text, $2) > 0
         or strpos(t::text, $3) > 0 or strpos(t::text, $4) > 0`,
      [person.email, person.id, person.name, hex],
    );
    if (rows.length > 0) traces.push(table);
  }
  return traces;
}

it('exports every table about a person, with what is withheld named, and nothing of others', async () => {
  await fillTables(database, map, ada);
  await fillTables(database, map, ben);
  const text = await database.write('rights', async (w) => {
    const lines = [];
    for await (const line of (await exportPerson(w, map, { email: 'ADA.canary@lake.example' }))!) lines.push(line);
    return JSON.stringify(lines);
  });
  const lines = JSON.parse(text) as { type: string; table: string; withheld?: { column: string; because: string }[] }[];
  const withRows = new Set(lines.filter((line) => line.type === 'row').map((line) => line.table));
  expect([...withRows].sort()).toEqual(tablesAboutPeople(map).sort());
  expect(text).not.toContain(ben.id);
  expect(text).not.toContain(ben.email);
  expect(text).not.toContain(ben.name);

  const credential = lines.find((line) => line.type === 'table' && line.table === 'credential');
  expect(credential?.withheld).toEqual([{ column: 'password_hash', because: 'it guards the account' }]);
  for (const [table, { columns }] of Object.entries(map)) {
    for (const column of Object.keys(columns).filter((c) => factsOf(map[table]!, c).withheld)) {
      const rows = lines.filter((line) => line.type === 'row' && line.table === table) as unknown as { row: object }[];
      for (const { row } of rows) expect(row).not.toHaveProperty(column);
    }
  }
});

it('leaves nothing of an erased person in any table, and all of others', async () => {
  expect((await findTraces(ada)).sort()).toEqual(filled.sort());
  const others = await findTraces(ben);
  const heard: string[] = [];
  database.switchboard.on(personErased, ({ personId }) => void heard.push(personId));

  const erasure = await database.write('rights', (w) => erasePerson(w, map, { email: ada.email }));
  expect(erasure.type).toBe('erased');
  expect(await findTraces(ada)).toEqual(residue);
  expect(await findTraces(ben)).toEqual(others);
  expect(heard).toEqual([ada.id]);

  const told = erasure.type === 'erased' ? erasure.tables : [];
  expect(told.map(({ table }) => table).sort()).toEqual(tablesAboutPeople(map).sort());
  expect(JSON.stringify(told)).not.toContain(ada.name);
  for (const { kept } of told) for (const { ground } of kept) expect(ground).not.toBe('');
});

it('refuses to erase or export who is not there', async () => {
  const erasure = await database.write('rights', (w) => erasePerson(w, map, { email: ada.email }));
  expect(erasure).toEqual({ type: 'refused', because: 'no-such-person' });
  const again = await database.write('rights', (w) => erasePerson(w, map, { personId: ada.id }));
  expect(again).toEqual({ type: 'refused', because: 'no-such-person' });
  expect(await database.write('rights', (w) => exportPerson(w, map, { email: ada.email }))).toBeNull();
});

it('writes nothing of a person whose events were still under way', async () => {
  const intake = createIntake({
    database,
    names: { pages: new Set(['unit']), controls: new Set() },
    onFailed: (error) => {
      throw error;
    },
  });
  const late: Canary = { id: crypto.randomUUID(), email: 'late.canary@lake.example', name: 'Late Canary' };
  await fillTables(database, map, late);
  const leave = permit({ personId: late.id, hasAcknowledged: true, hasConsented: true, objects: false }, 'improve');
  if (leave.type === 'refused') throw new Error('no permit');
  const source = { sessionId: late.id, address: '203.0.113.7', userAgent: null };
  const record = () => intake.record(leave, source, { type: 'page.visited', data: { page: 'unit' } });

  expect(record()).toEqual({ type: 'recorded' });
  let flushing = Promise.resolve();
  await database.write('rights', async (w) => {
    await lockErasing(w);
    flushing = intake.flush();
    await untilSomebodyWaits();
    await erasePerson(w, map, { personId: late.id });
  });
  await flushing;
  expect(record()).toEqual({ type: 'recorded' });
  await intake.close();
  expect(await findTraces(late)).toEqual(residue);
});

/** The intake stands at the lock, so what it writes comes after the erasure. */
async function untilSomebodyWaits(): Promise<void> {
  const waiting = () => database.asOwner("select from pg_locks where locktype = 'advisory' and not granted");
  while ((await waiting()).length === 0);
}

it('takes back letters that wait for the person, by whichever of the two they are known', async () => {
  const eve: Canary = { id: crypto.randomUUID(), email: 'eve.wren@lake.example', name: 'Eve Wren' };
  await fillTables(database, map, eve);
  await database.asOwner('truncate mail');
  const letter = { subject: 'hello', text: 'hello' };
  await database.write('secure', async (w) => {
    await queueLetter(w, { personId: null, address: eve.email }, 'new-password', letter);
    await queueLetter(w, { personId: eve.id, address: 'eve.new@lake.example' }, 'new-address', letter);
    await queueLetter(w, { personId: ben.id, address: ben.email }, 'new-password', letter);
  });
  await database.write('rights', (w) => erasePerson(w, map, { personId: eve.id }));
  expect(await database.asOwner('select address from mail')).toEqual([{ address: ben.email }]);
});

it('empties what others may go on reading, and keeps what must stay, each with its ground', async () => {
  await database.asOwner(`create table post (id uuid primary key, author_id uuid, words text not null, seal uuid)`);
  await database.asOwner(`grant select, insert, update, delete on post to mooc_test_rights`);
  const facts = { ...map.person!.facts, onErase: { keep: 'others answered it' } } as const;
  const { uuid, text, nullable } = await import('../../src/kernel/holdings/index.ts');
  const post = {
    holds: 'a post',
    subject: { person: 'author_id' },
    facts,
    writtenFor: [],
    columns: {
      id: uuid(),
      author_id: nullable(uuid({ onErase: 'decorrelate' })),
      words: text(),
      seal: nullable(uuid({ onErase: { keep: 'the law wants it' } })),
    },
  } as const;
  const wider: Holdings = { ...map, post };
  const chidi: Canary = { id: crypto.randomUUID(), email: 'chidi.crow@lake.example', name: 'Chidi Crow' };
  await fillTables(database, wider, chidi);
  const erasure = await database.write('rights', (w) => erasePerson(w, wider, { personId: chidi.id }));
  if (erasure.type !== 'erased') throw new Error('not erased');
  expect(erasure.tables.find(({ table }) => table === 'post')).toMatchObject({
    action: 'decorrelate',
    rows: 1,
    kept: [
      { column: 'id', ground: 'others answered it' },
      { column: 'words', ground: 'others answered it' },
      { column: 'seal', ground: 'the law wants it' },
    ],
  });
  const posts = await database.asOwner<{ author_id: string | null; words: string }>(
    'select author_id, words from post',
  );
  expect(posts).toEqual([{ author_id: null, words: expect.stringMatching(/^words /) }]);
  await database.asOwner('drop table post');
});

it('erases nothing when the map can not be carried out', async () => {
  const facts = { ...map.credential!.facts, onErase: 'decorrelate' } as const;
  const broken: Holdings = { ...map, credential: { ...map.credential!, facts } };
  const dana: Canary = { id: crypto.randomUUID(), email: 'dana.dove@lake.example', name: 'Dana Dove' };
  await fillTables(database, map, dana);
  const before = await findTraces(dana);
  const erasing = database.write('rights', (w) => erasePerson(w, broken, { personId: dana.id }));
  await expect(erasing).rejects.toThrow("empties credential.person_id on erasure, and it can't be empty");
  expect(await findTraces(dana)).toEqual(before);
});

it('finds by address who only signed up, and takes exactly one of account and sign-up by its id', async () => {
  const fay = { id: crypto.randomUUID(), email: 'fay.owl@lake.example', name: 'Fay Owl' };
  const account = crypto.randomUUID();
  await database.asOwner('insert into contact (id, email, made_at) values ($1, $2, now())', [fay.id, fay.email]);
  const addAccount = () =>
    database.asOwner(`insert into person (id, handle, email, name, registered_at) values ($1, 'fay', $2, $3, now())`, [
      account,
      fay.email,
      fay.name,
    ]);
  await addAccount();
  const erase = (who: Parameters<typeof erasePerson>[2]) => database.write('rights', (w) => erasePerson(w, map, who));
  // An account that nobody confirmed takes no sign-up of the address's owner with it.
  await erase({ personId: account });
  expect(await findTraces(fay)).toEqual(['contact']);

  await addAccount();
  const heard: string[] = [];
  database.switchboard.on(personErased, ({ personId }) => void heard.push(personId));
  expect(await database.write('rights', (w) => exportPerson(w, map, { email: fay.email }))).not.toBeNull();
  await erase({ email: fay.email });
  expect(await findTraces(fay)).toEqual(residue);
  expect(heard.sort()).toEqual([account, fay.id].sort());
});
