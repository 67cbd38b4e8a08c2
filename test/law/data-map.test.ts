// Proves P14, P9d.
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { holdings as identity } from '../../src/domains/identity/index.ts';
import { holdings as tracking } from '../../src/domains/tracking/index.ts';
import { clusterOwner, prepareDatabase, tables } from '../../src/kernel/database/index.ts';
import { factsOf, type Holdings, subjectsOf } from '../../src/kernel/holdings/index.ts';
import { map, migrations } from '../../src/map.ts';
import { aDatabase, type TestDatabase } from '../support/test-database.ts';
import { testSite } from '../support/test-site.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

function start(declared: Holdings = map): Promise<void> {
  const owner = { host: inject('socketFolder'), user: clusterOwner, database: database.name };
  return prepareDatabase({ owner, site: testSite, migrations, map: declared, password: null });
}

it.each([
  [
    'a column',
    'alter table person add shoe_size text',
    'alter table person drop shoe_size',
    'column person.shoe_size exists and is not declared',
  ],
  [
    'a table',
    'create table scrapbook (note text)',
    'drop table scrapbook',
    'table scrapbook exists and is not declared',
  ],
  [
    'another type',
    'alter table person alter birth_year type text',
    'alter table person alter birth_year type integer using birth_year::integer',
    'column person.birth_year is text, declared integer',
  ],
  [
    'an empty value',
    'alter table person alter name drop not null',
    'alter table person alter name set not null',
    'column person.name is nullable, declared otherwise',
  ],
])('does not start on a database that can hold %s which nobody declared', async (_, plant, pull, said) => {
  await start();
  await database.asOwner(plant);
  await expect(start()).rejects.toThrow(said);
  await database.asOwner(pull);
  await start();
});

it('does not start when something is declared that the database does not have', async () => {
  const { gender: _, ...columns } = map.person!.columns;
  const fewer: Holdings = { ...map, person: { ...map.person!, columns } };
  await expect(start(fewer)).rejects.toThrow('column person.gender exists and is not declared');
  const more: Holdings = { ...map, scrapbook: { ...map.person!, holds: 'notes' } };
  await expect(start(more)).rejects.toThrow('table scrapbook is declared and does not exist');
});

it('gives the pages no way to a password, in types and in PostgreSQL', async () => {
  const r = database.read('provide');
  // @ts-expect-error: the purpose `provide` has no such column
  const reading = tables(r, identity).selectFrom('credential').select('password_hash').execute();
  await expect(reading).rejects.toThrow('permission denied for table credential');
  await expect(
    tables(database.read('secure'), identity).selectFrom('credential').select('password_hash').execute(),
  ).resolves.toEqual([]);
});

it('gives the pages, which write events, no way to read them', async () => {
  const reading = tables(database.read('provide'), tracking).selectFrom('event').select('type').execute();
  await expect(reading).rejects.toThrow('permission denied for table event');
  // @ts-expect-error: what may only be written can't be used when read
  const unused: Promise<{ type: string }[]> = reading;
  await unused.catch(() => {});
});

it('keeps analytics away from addresses, names and mail', async () => {
  const improve = database.read('improve');
  for (const [table, column] of [
    ['visit', 'address'],
    ['person', 'name'],
    ['person', 'email'],
    ['session', 'id'],
    ['mail', 'subject'],
  ] as const) {
    const reading = improve.connection.named(
      { name: `peek ${table} ${column}`, text: `select ${column} from ${table}` },
      [],
    );
    await expect(reading).rejects.toThrow('permission denied');
  }
});

it('gives each purpose exactly the columns of the map', async () => {
  const granted = await database.asOwner<{ granted: string }>(
    `select table_name || '.' || column_name || ' ' || grantee as granted from information_schema.column_privileges
     where privilege_type = 'SELECT' and grantee like 'mooc_test_%'`,
  );
  const declared = Object.entries(map).flatMap(([name, table]) =>
    Object.keys(table.columns).flatMap((column) =>
      [...new Set([...factsOf(table, column).purposes, 'rights'])].map(
        (purpose) => `${name}.${column} mooc_test_${purpose}`,
      ),
    ),
  );
  expect(granted.map((row) => row.granted).sort()).toEqual(declared.sort());
});

it('leads every way to a person over columns that are there', () => {
  for (const [name, table] of Object.entries(map)) {
    for (const subject of subjectsOf(table)) {
      if (subject === 'nobody') continue;
      if ('person' in subject) expect(Object.keys(table.columns), name).toContain(subject.person);
      else {
        expect(Object.keys(table.columns), name).toContain(subject.column);
        expect(Object.keys(map[subject.to]?.columns ?? {}), name).toContain(subject.key);
      }
    }
  }
});

it('finds the rows of a person by an index, in every table', async () => {
  const rows = await database.asOwner<{ column: string }>(`
    select i.indrelid::regclass || '.' || a.attname as "column" from pg_index i
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]`);
  const ways = Object.entries(map).flatMap(([name, table]) =>
    subjectsOf(table).flatMap((subject) => {
      if (subject === 'nobody') return [];
      return [`${name}.${'person' in subject ? subject.person : subject.column}`];
    }),
  );
  expect(ways.length).toBeGreaterThan(10);
  expect(rows.map((row) => row.column)).toEqual(expect.arrayContaining(ways));
});
