// Proves P13.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { erasePerson, listErasures } from '../../src/domains/disclosure/index.ts';
import { purgeErased, scanFolder } from '../../src/domains/ops/index.ts';
import { tablesAboutPeople } from '../../src/kernel/holdings/index.ts';
import { map } from '../../src/map.ts';
import { type Canary, fillTables } from './fill-tables.ts';
import { anOwnCluster, type OwnCluster } from './own-cluster.ts';

let place: OwnCluster;
beforeAll(async () => {
  place = await anOwnCluster({ autovacuum: 'off' });
});
afterAll(() => place.close());

let number = 0;
/** Somebody whose every text holds a name that is nowhere else. */
function aCanary(): Canary {
  const mark = `${++number}${crypto.randomUUID().slice(0, 8)}`;
  return { id: crypto.randomUUID(), email: `canary.${mark}@lake.example`, name: `Kanarienvogel ${mark}` };
}

/** In which ways anything of the person lies in the files. The id stays: the list of erasures keeps it. */
async function waysOf(person: Canary): Promise<string[]> {
  await place.asOwner('checkpoint');
  const { hits } = await scanFolder(place.folder, [person.name, person.email]);
  return [...new Set(hits.map(({ file, way }) => `${file.split('/').slice(0, 2).join('/')}: ${way}`))].sort();
}

/** What this PostgreSQL can compress by. */
async function methodsOf(setting: string): Promise<string[]> {
  const [row] = await place.asOwner<{ methods: string[] }>(
    'select enumvals as methods from pg_settings where name = $1',
    [setting],
  );
  return row!.methods.filter((method) => method === 'pglz' || method === 'lz4' || method === 'zstd');
}

/** Texts so long that PostgreSQL compresses them, once within its row and once in rows of its own; and pages in its log. */
async function plantCompressed(person: Canary): Promise<string[]> {
  const expected: string[] = [];
  const inRow = 'the same words again and again '.repeat(200);
  const outside = Array.from({ length: 4000 }, (_, index) => `${index} ${(index * 7919) % 10007} of course. `).join('');
  for (const method of await methodsOf('default_toast_compression')) {
    await place.asOwner(`set default_toast_compression = '${method}'`);
    for (const words of [`${inRow}${person.name}`, `${outside}${person.name}`])
      await place.asOwner('update mail set body = $1', [words]);
    expected.push(`base: ${method}`, `base: long value, ${method}`);
  }
  for (const method of await methodsOf('wal_compression')) {
    await place.asOwner(`set wal_compression = '${method}'`);
    await place.asOwner('checkpoint');
    await place.asOwner('update person set handle = handle');
    expected.push(`pg_wal: page in the log, ${method}`);
  }
  return expected.map((each) => `database/${each}`);
}

function erase(person: Canary): Promise<unknown> {
  return place.database.write('rights', (w) => erasePerson(w, map, { personId: person.id }));
}

async function eraseWholly(person: Canary): Promise<void> {
  await erase(person);
  await listErasures(place.database, async () => {});
  expect(await purgeErased(place.purge)).toMatchObject({ type: 'gone', left: [] });
}

it('leaves nothing of an erased person in any byte of the data folder', async () => {
  const ada = aCanary();
  const ben = aCanary();
  await fillTables(place, map, ada);
  const compressed = await plantCompressed(ada);
  expect(compressed.length).toBeGreaterThanOrEqual(3);
  await fillTables(place, map, ben);
  await place.asOwner('analyze');
  const before = await waysOf(ada);
  expect(before).toEqual(expect.arrayContaining(['database/base: plain', 'database/pg_wal: plain', ...compressed]));

  await eraseWholly(ada);
  expect(await waysOf(ada)).toEqual([]);
  expect(await waysOf(ben)).toContain('database/base: plain');
  expect(await place.asOwner('select from erasure')).toEqual([]);
});

it.each<[string, (person: Canary) => Promise<unknown>]>([
  ['hides rows', (person) => place.asOwner(`update person set handle = 'gone' where id = $1`, [person.id])],
  [
    'forgets a table',
    async (person) => {
      const { visit: _, ...forgetful } = map;
      await place.database.write('rights', (w) => erasePerson(w, forgetful, { personId: person.id }));
      for (const table of tablesAboutPeople(map)) await place.asOwner(`vacuum (full, analyze) "${table}"`);
    },
  ],
  ['leaves dead rows where they lay', erase],
  [
    'only vacuums',
    async (person) => {
      await erase(person);
      await place.asOwner('vacuum');
    },
  ],
  [
    'keeps the log',
    async (person) => {
      await erase(person);
      for (const table of tablesAboutPeople(map)) await place.asOwner(`vacuum (full, analyze) "${table}"`);
      await place.asOwner('vacuum full pg_statistic');
    },
  ],
])('sees through an eraser that %s', async (_, badly) => {
  const person = aCanary();
  await fillTables(place, map, person);
  await badly(person);
  expect(await waysOf(person)).not.toEqual([]);
  await place.asOwner(`truncate ${tablesAboutPeople(map).join(', ')} cascade`);
  await purgeErased(place.purge);
  expect(await waysOf(person)).toEqual([]);
});

it('lets no serving role read what is not overwritten yet', async () => {
  const person = aCanary();
  await fillTables(place, map, person);
  await place.asOwner('analyze');
  await erase(person);
  expect(await waysOf(person)).not.toEqual([]);
  for (const purpose of ['provide', 'secure', 'improve', 'contact', 'rights'] as const) {
    const { connection } = place.database.read(purpose);
    const ask = (text: string) => connection.named({ name: `look ${text}`, text }, []);
    await expect(ask('select * from pg_stats'), purpose).rejects.toThrow('permission denied');
    await expect(ask('select * from pg_statistic'), purpose).rejects.toThrow('permission denied');
    await expect(ask("select pg_read_file('PG_VERSION')"), purpose).rejects.toThrow('permission denied');
    await expect(ask("select get_raw_page('person', 0)"), purpose).rejects.toThrow('does not exist');
    await expect(ask('create extension pageinspect'), purpose).rejects.toThrow(/permission denied|not available/);
  }
  await purgeErased(place.purge);
});

it('waits for a transaction that still sees the person, and does not call it gone', async () => {
  const person = aCanary();
  await fillTables(place, map, person);
  await place.asOwner('begin isolation level repeatable read');
  await place.asOwner('select from person');
  await erase(person);
  expect(await purgeErased({ ...place.purge, patience_ms: 100 })).toEqual({
    type: 'waits',
    for: 'a long transaction',
  });
  await place.asOwner('commit');
  await listErasures(place.database, async () => {});
  expect(await purgeErased(place.purge)).toMatchObject({ type: 'gone' });
  expect(await waysOf(person)).toEqual([]);
});
