import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  describeOrganisation,
  ensureOrganisation,
  findOrganisation,
  listOrganisations,
  type OrganisationDescription,
} from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

function ensure(given: Partial<OrganisationDescription> & { key: string }) {
  return database.write('provide', (w) => ensureOrganisation(w, given));
}

const lake: OrganisationDescription = {
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
  const there = { type: 'there', organisation: { ...plain, state: 'open', host: null } };
  expect(await ensure({ key: 'edX' })).toEqual(there);
  expect(await ensure({ key: 'edX', name: 'Another' })).toEqual(there);
});

it('changes all but the key', async () => {
  await ensure({ key: 'Brook' });
  const brook: OrganisationDescription = {
    ...lake,
    key: 'Brook',
    kind: 'teacher',
    name: 'Brook',
    accent: '#0a6e4f',
    logoHash: 'ab',
  };
  expect(await database.write('provide', (w) => describeOrganisation(w, brook))).toEqual({ type: 'stored' });
  expect(await findOrganisation(database.read('provide'), 'Brook')).toMatchObject(brook);
  const none = { ...brook, key: 'Nobody' };
  const answer = await database.write('provide', (w) => describeOrganisation(w, none));
  expect(answer).toEqual({ type: 'refused', because: 'no-such-organisation' });
});

it.each<[Partial<OrganisationDescription>, string]>([
  [{ key: 'Lake U' }, 'key'],
  [{ key: '' }, 'key'],
  [{ key: 'a+b' }, 'key'],
  [{ name: ' ' }, 'name'],
  [{ name: 'x'.repeat(201) }, 'name'],
  [{ name: 'Lake\u202eU' }, 'name'],
  [{ name: 'Lake\nU' }, 'name'],
  [{ kind: 'club' as 'teacher' }, 'kind'],
  [{ description: 'x'.repeat(5001) }, 'description'],
  [{ accent: 'red;}' }, 'accent'],
])('refuses %j', async (given, fault) => {
  const refused = { type: 'refused', because: 'fault', fault };
  expect(await ensure({ ...lake, ...given })).toEqual(refused);
  expect(await database.write('provide', (w) => describeOrganisation(w, { ...lake, ...given }))).toEqual(refused);
});
