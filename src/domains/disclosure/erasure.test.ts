import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { map } from '../../map.ts';
import { aPerson } from '../identity/testing.ts';
import { erasePerson, listErasures } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

it('forgets no erasure when the process ends between the commit and the list', async () => {
  const ada = await aPerson(database, { email: 'ada@lake.example' });
  // Nobody listens: what a killed process leaves behind.
  await database.write('rights', (w) => erasePerson(w, map, { email: 'ada@lake.example' }));

  const listed: string[] = [];
  const broken = listErasures(database, () => Promise.reject(new Error('the disk is full')));
  await expect(broken).rejects.toThrow('the disk is full');
  const append = async (notes: readonly { personId: string }[]) => {
    listed.push(...notes.map(({ personId }) => personId));
  };
  expect(await listErasures(database, append)).toBe(1);
  expect(listed).toEqual([ada]);
  expect(await listErasures(database, append)).toBe(0);
});

it('notes no erasure that was rolled back', async () => {
  await aPerson(database, { email: 'ben@lake.example' });
  const erasing = database.write('rights', async (w) => {
    await erasePerson(w, map, { email: 'ben@lake.example' });
    throw new Error('broken off');
  });
  await expect(erasing).rejects.toThrow('broken off');
  expect(await listErasures(database, async () => {})).toBe(0);
});
