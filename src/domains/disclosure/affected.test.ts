import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { map } from '../../map.ts';
import { aPerson } from '../identity/testing.ts';
import type { AffectedScope } from './affected.ts';
import { countAffected, listAffected, listScopes } from './index.ts';

let database: TestDatabase;
let now = new Date('2026-11-01T12:00:00Z');
const people: Record<string, string> = {};
beforeAll(async () => {
  database = await aDatabase({ clock: () => now });
  for (const [name, day] of [
    ['ada', '01'],
    ['ben', '10'],
    ['chidi', '20'],
  ] as const) {
    now = new Date(`2026-11-${day}T12:00:00Z`);
    people[name] = await aPerson(database, { email: `${name}@lake.example`, name });
  }
  await database.asOwner(
    `insert into contact (id, email, made_at) values (gen_random_uuid(), 'dean@lake.example', '2026-11-05')`,
  );
  await database.asOwner(
    `insert into inquiry (id, contact_id, form_key, answers, asked, policy_version, wants_updates, updates_shown, state,
       tags, received_at)
     select gen_random_uuid(), id, 'teachers', '{"name":"Dean"}', '[]', 'v', true, '', 'new', '{}', '2026-11-05' from contact`,
  );
  await database.asOwner(
    `insert into desk_record (id, inquiry_id, kind, body, made_at)
     select gen_random_uuid(), id, 'note', 'Met', '2026-11-12' from inquiry`,
  );
});
afterAll(() => database.close());

async function affected(change: Partial<AffectedScope>): Promise<string[]> {
  const window = { from: new Date('2026-11-08T00:00:00Z'), to: new Date('2026-11-15T00:00:00Z') };
  const scope = { table: 'person', columns: [], which: 'there', ...window, ...change } as const;
  const r = database.read('rights');
  const { persons } = await listAffected(r, map, scope, { after: null, limit: 100 });
  expect(await countAffected(r, map, scope)).toBe(persons.length);
  return persons.map(({ address }) => address).sort();
}

it('finds whose rows were there in the window, or changed in it', async () => {
  expect(await affected({})).toEqual(['ada@lake.example', 'ben@lake.example']);
  expect(await affected({ which: 'changed' })).toEqual(['ben@lake.example']);
  expect(await affected({ to: new Date('2026-10-01T00:00:00Z') })).toEqual([]);
});

it('counts a row only when one of the columns holds something', async () => {
  await database.asOwner(`update person set occupation = 'teacher' where email = 'ben@lake.example'`);
  expect(await affected({ columns: ['occupation', 'gender'] })).toEqual(['ben@lake.example']);
  expect(await affected({ columns: ['gender'] })).toEqual([]);
});

it('follows the ways of the map to people without an account, and over several tables', async () => {
  expect(await affected({ table: 'desk_record' })).toEqual(['dean@lake.example']);
  expect(await affected({ table: 'inquiry', which: 'changed' })).toEqual([]);
});

it('can be asked of every table about people', async () => {
  const scopes = listScopes(map);
  expect(scopes.length).toBeGreaterThan(20);
  for (const { table, columns } of scopes) {
    await affected({ table });
    await affected({ table, columns, which: 'changed' });
  }
});

it('comes page by page', async () => {
  const all = { table: 'person', columns: [], which: 'there', from: new Date(0), to: new Date('2027-01-01') } as const;
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listAffected>> = await listAffected(database.read('rights'), map, all, {
      after,
      limit: 1,
    });
    seen.push(...page.persons.map(({ personId }) => personId));
    after = page.next;
  } while (after);
  expect(seen.sort()).toEqual(Object.values(people).sort());
});
