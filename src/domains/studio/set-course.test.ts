import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  createVersionCache,
  findCourse,
  getContents,
  getDraftVersion,
  getStoredVersion,
  hashContent,
} from '../courses/index.ts';
import { aPerson } from '../identity/testing.ts';
import { editionOfCourse, type NewCourse, placeOfText, setCourse } from './set-course.ts';
import { aDraft } from './testing.ts';

let database: TestDatabase;
let chidi: string;
const versions = createVersionCache();
const overview = 'about/overview.html';
const policy = JSON.stringify({ 'course/2031': { end: '2031-06-01T00:00:00Z', tabs: [] } });
const manifest = { documents: { 'policies/2031/policy.json': hashContent(Buffer.from(policy)) } };

beforeAll(async () => {
  database = await aDatabase();
  chidi = await aPerson(database, { email: 'chidi@lake.test', name: 'Chidi' });
});
afterAll(() => database.close());

async function draftOf(courseKey: string) {
  const r = database.read('provide');
  const course = await findCourse(r, courseKey);
  return getStoredVersion(r, course!.draftVersion!, versions);
}

async function set(courseKey: string, change: Omit<NewCourse, 'edition'>, edition?: string) {
  const had = edition ?? editionOfCourse(await draftOf(courseKey), Object.keys(change.texts ?? {}));
  const edit = { courseKey, author: chidi, message: 'Set' };
  return database.write('provide', (w) => setCourse(w, versions, edit, { ...change, edition: had }));
}

it('writes settings where they hold, and texts, as one version', async () => {
  const key = await aDraft(database, [], [policy], manifest);
  const before = await draftOf(key);
  const change = {
    settings: { end: '2031-07-01T00:00:00Z', self_paced: 'true' },
    texts: { [overview]: '<p>Water</p>' },
  };
  expect((await set(key, change)).type).toBe('edited');
  const draft = await draftOf(key);
  expect(draft.number).toBe(before.number + 1);
  expect(draft.root.attributes).toMatchObject({ self_paced: 'true', start: '2026-01-01' });
  expect(draft.root.attributes).not.toHaveProperty('end');
  const read = await getDraftVersion(database.read('provide'), versions, key);
  expect(read!.root.settings).toMatchObject({ end: '2031-07-01T00:00:00Z', self_paced: true, tabs: [] });
  const hash = draft.manifest.documents[overview]!;
  expect((await getContents(database.read('provide'), [hash])).get(hash)).toBe('<p>Water</p>');
  expect(await set(key, change)).toMatchObject({ type: 'edited', versionId: draft.versionId });
});

it('takes a setting and a text away', async () => {
  const key = await aDraft(database, [], [policy], manifest);
  await set(key, { texts: { [overview]: '<p>Water</p>' } });
  await set(key, { settings: { end: null }, texts: { [overview]: null } });
  const read = await getDraftVersion(database.read('provide'), versions, key);
  expect(read!.info).toMatchObject({ end: null, about: {} });
});

it('refuses when the course or one of these texts moved on, and not for another text', async () => {
  const key = await aDraft(database, [], [policy], manifest);
  const begun = editionOfCourse(await draftOf(key), [overview]);
  await set(key, { texts: { 'about/effort.html': 'Much' } });
  expect((await set(key, { texts: { [overview]: 'Mine' } }, begun)).type).toBe('edited');
  expect((await set(key, { texts: { [overview]: 'Late' } }, begun)).type).toBe('moved-on');
  const dates = editionOfCourse(await draftOf(key));
  await set(key, { settings: { end: '2031-08-01T00:00:00Z' } });
  expect((await set(key, { settings: { start: '2031-01-01T00:00:00Z' } }, dates)).type).toBe('moved-on');
});

it('finds a text in the folder of the run first, and refuses one that is too long', async () => {
  const own = { documents: { 'about/2031/overview.html': hashContent(Buffer.from('Own')) } };
  const key = await aDraft(database, [], ['Own'], own);
  const draft = await draftOf(key);
  expect(placeOfText(draft, 'about', 'overview.html')).toBe('about/2031/overview.html');
  expect(placeOfText(draft, 'about', 'effort.html')).toBe('about/effort.html');
  const long = { texts: { [overview]: 'x'.repeat(900_001) } };
  expect(await set(key, long)).toEqual({ type: 'refused', because: 'too-long' });
});
