import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  describeOrganisation,
  ensureOrganisation,
  findOrganisation,
  listOrganisations,
  type Organisation,
} from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

function ensure(given: Partial<Organisation> & { key: string }) {
  return database.write('provide', (w) => ensureOrganisation(w, given));
}

const lake: Organisation = {
  key: 'LakeU',
  kind: 'university',
  name: 'Lake University',
  description: '',
  logoHash: null,
  accent: null,
};

it('makes an organisation once, whatever the case of its key and however many ask at once', async () => {
  const all = await Promise.all(['LakeU', 'lakeu', 'LAKEU', 'LakeU'].map((key) => ensure({ ...lake, key })));
  const keys = new Set(all.map((one) => (one.type === 'there' ? one.organisation.key : 'refused')));
  expect(keys.size).toBe(1);
  expect(await listOrganisations(database.read('provide'))).toHaveLength(1);
  expect(await findOrganisation(database.read('provide'), 'lAkEu')).toMatchObject({ name: 'Lake University' });
  expect(await findOrganisation(database.read('provide'), 'Other')).toBeNull();
});

it('takes what is left out for plain, and leaves who is there as they are', async () => {
  const plain = { key: 'edX', kind: 'institution', name: 'edX', description: '', logoHash: null, accent: null };
  expect(await ensure({ key: 'edX' })).toEqual({ type: 'there', organisation: plain });
  expect(await ensure({ key: 'edX', name: 'Another' })).toEqual({ type: 'there', organisation: plain });
});

it('changes all but the key', async () => {
  await ensure({ key: 'Brook' });
  const brook: Organisation = {
    ...lake,
    key: 'Brook',
    kind: 'teacher',
    name: 'Brook',
    accent: '#0a6e4f',
    logoHash: 'ab',
  };
  expect(await database.write('provide', (w) => describeOrganisation(w, brook))).toEqual({ type: 'stored' });
  expect(await findOrganisation(database.read('provide'), 'Brook')).toEqual(brook);
  const none = { ...brook, key: 'Nobody' };
  const answer = await database.write('provide', (w) => describeOrganisation(w, none));
  expect(answer).toEqual({ type: 'refused', because: 'no-such-organisation' });
});

it.each<[Partial<Organisation>, string]>([
  [{ key: 'Lake U' }, 'key'],
  [{ key: '' }, 'key'],
  [{ key: 'a+b' }, 'key'],
  [{ name: ' ' }, 'name'],
  [{ name: 'x'.repeat(201) }, 'name'],
  [{ description: 'x'.repeat(5001) }, 'description'],
  [{ accent: 'red;}' }, 'accent'],
])('refuses %j', async (given, fault) => {
  const refused = { type: 'refused', because: 'fault', fault };
  expect(await ensure({ ...lake, ...given })).toEqual(refused);
  expect(await database.write('provide', (w) => describeOrganisation(w, { ...lake, ...given }))).toEqual(refused);
});
