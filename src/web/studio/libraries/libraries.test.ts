import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anAuthor, type StudioAuthor } from '../../../../test/support/studio-app.ts';
import { aSiteApp, type SiteApp } from '../../../../test/support/test-site-app.ts';
import { findCourse, getStoredVersion, idOf, type StoredBlock, walkBlocks } from '../../../domains/courses/index.ts';
import { exportCourse, importCourse } from '../../../domains/exchange/index.ts';
import { addFiles } from '../../../domains/studio/index.ts';
import { urls } from '../../urls.ts';

let app: SiteApp;
let chidi: StudioAuthor;
const library = 'library-v1:LakeU+Bank';
const attack = `<img src=x onerror=ran()>"'><script>ran()</script>`;

beforeAll(async () => {
  app = await aSiteApp();
  chidi = await anAuthor(app);
});
afterAll(() => app.close());

async function blocksOf(courseKey: string): Promise<StoredBlock[]> {
  const r = app.database.read('provide');
  const { draftVersion } = (await findCourse(r, courseKey))!;
  return [...walkBlocks((await getStoredVersion(r, draftVersion!)).root)];
}

const only = async (courseKey: string, tag: string) => (await blocksOf(courseKey)).find((block) => block.tag === tag)!;

/** Adds a problem with that question to the library, and gives its id. */
async function aProblem(question: string): Promise<string> {
  const root = 'library@library';
  const added = await chidi.browser.post(urls.studioEdit(library, 'add'), { new: `problem ${root}`, back: root });
  const id = decodeURIComponent(added.headers.get('location')!.split('/block/')[1]!);
  await write(library, id, { as: 'markdown', name: question, text: `>>${question}<<\n(x) yes\n( ) no\n` });
  return id;
}

async function write(courseKey: string, id: string, form: Readonly<Record<string, string>>) {
  const page = await (await chidi.browser.get(urls.studioBlock(courseKey, id, form.as))).text();
  const edition = /name="edition" value="([^"]+)"/.exec(page)![1]!;
  return chidi.browser.post(urls.studioBlock(courseKey, id), { edition, action: 'save', ...form });
}

it('begins a library beside the courses, and none twice', async () => {
  const begun = await chidi.browser.post(urls.newLibrary('LakeU'), { title: `Bank ${attack}`, number: 'Bank' });
  expect(begun.headers.get('location')).toBe(urls.studioOutline(library));
  expect((await chidi.browser.post(urls.newLibrary('LakeU'), { title: 'Bank', number: 'bank' })).status).toBe(422);
  expect((await chidi.browser.post(urls.newLibrary('LakeU'), { title: '', number: '+' })).status).toBe(422);
  await aProblem('Is the Nile long?');
  await aProblem(`Is the Danube wide? see /static/river.txt`);
  const stored = await app.powers.files.put(Buffer.from('water'));
  const file = { name: 'river.txt', file: { ...stored, media_type: 'text/plain' } };
  const edit = { courseKey: library, author: chidi.personId, message: 'A file' };
  await app.database.write('provide', (w) => addFiles(w, app.powers.versions, edit, [file]));
  const list = await (await chidi.browser.get(urls.libraries('LakeU'))).text();
  expect(list).toContain('2 parts');
  expect(list).not.toMatch(/<script>ran|<img src=x/);
  const page = await (await chidi.browser.get(urls.studioUnit(library, 'library@library'))).text();
  expect(page).toContain('Is the Nile long?');
  expect(page).not.toContain('edit/publish');
});

it('fills a random selection, and takes what is new with the names that it has', async () => {
  const unit = await only(chidi.courseKey, 'vertical');
  await chidi.browser.post(urls.studioEdit(chidi.courseKey, 'add'), {
    new: `library_content ${idOf(unit)}`,
    back: idOf(unit),
  });
  const selection = idOf(await only(chidi.courseKey, 'library_content'));
  const form = { as: 'form', name: 'Drawn', source_library_id: library, max_count: '1', capa_type: 'any' };
  expect((await write(chidi.courseKey, selection, form)).status).toBe(303);
  const first = await only(chidi.courseKey, 'library_content');
  expect(first.attributes).toMatchObject({
    source_library_id: library,
    source_library_version: expect.stringMatching(/^[0-9a-f]{24}$/),
  });
  expect(first.children.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^[0-9a-f]{20}$/),
    expect.stringMatching(/^[0-9a-f]{20}$/),
  ]);
  const same = await (await chidi.browser.get(urls.studioUnit(chidi.courseKey, selection))).text();
  expect(same).toContain('All that');

  const [nile] = (await only(library, 'library')).children;
  await write(library, idOf(nile!), {
    as: 'markdown',
    name: 'Nile',
    text: '>>Is the Nile the longest?<<\n(x) yes\n( ) no\n',
  });
  await aProblem('Is the Volga deep?');
  const page = await (await chidi.browser.get(urls.studioUnit(chidi.courseKey, selection))).text();
  expect(page).toContain('See the 2 changes');
  const inUnit = await (await chidi.browser.get(urls.studioUnit(chidi.courseKey, idOf(unit)))).text();
  expect(inUnit).toContain('Each learner gets 1 of 2');
  expect(inUnit).toContain('has changed');
  const changes = urls.studioBlockAction(chidi.courseKey, selection, 'library');
  const shown = await (await chidi.browser.get(changes)).text();
  expect(shown).toContain('the longest');
  expect(shown).not.toMatch(/<script>ran|<img src=x/);
  expect((await chidi.browser.post(changes, {})).status).toBe(303);
  const second = await only(chidi.courseKey, 'library_content');
  expect(second.children.map(({ name }) => name).slice(0, 2)).toEqual(first.children.map(({ name }) => name));
  expect(second.children).toHaveLength(3);
  expect(second.children[0]!.contentHash).not.toBe(first.children[0]!.contentHash);

  const none = { ...form, capa_type: 'numericalresponse' };
  await write(chidi.courseKey, selection, none);
  expect((await only(chidi.courseKey, 'library_content')).children).toEqual([]);
});

it('copies single parts with their files, from libraries that the author may see', async () => {
  const unit = idOf(await only(chidi.courseKey, 'vertical'));
  const choose = urls.studioChoose(chidi.courseKey, unit);
  const page = await (await chidi.browser.get(choose)).text();
  expect(page).toContain('Is the Danube wide?');
  const [, danube] = (await only(library, 'library')).children;
  expect((await chidi.browser.post(choose, { library, block: idOf(danube!) })).status).toBe(303);
  const copy = (await only(chidi.courseKey, 'vertical')).children.at(-1)!;
  expect([copy.tag, copy.contentHash]).toEqual(['problem', danube!.contentHash]);
  expect(copy.name).not.toBe(danube!.name);
  const r = app.database.read('provide');
  const { manifest } = await getStoredVersion(r, (await findCourse(r, chidi.courseKey))!.draftVersion!);
  expect(Object.keys(manifest.files)).toContain('static/river.txt');
  expect((await chidi.browser.post(choose, { library, block: 'problem@none' })).status).toBe(409);
  const eve = await anAuthor(app, 'OtherU');
  const elsewhere = urls.studioChoose(eve.courseKey, idOf(await only(eve.courseKey, 'vertical')));
  expect((await eve.browser.post(elsewhere, { library, block: idOf(danube!) })).status).toBe(404);
  expect(await (await eve.browser.get(elsewhere)).text()).not.toContain('Danube');
});

it('goes out as Open edX reads libraries, with no drafts, and comes in as the same', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'mooc-library-'));
  await exportCourse(app.powers, library, path.join(folder, 'bank'));
  const written = await readFile(path.join(folder, 'bank', 'library.xml'), 'utf8');
  expect(written).toMatch(/^<library url_name="library"[^>]* xblock-family="xblock.v1"[^>]*>\s*<problem url_name="/);
  expect(await readdir(path.join(folder, 'bank'))).not.toContain('drafts');
  const wish = { number: 'Again', publish: false, author: null, onProgress: () => {} };
  const again = await importCourse(app.powers, path.join(folder, 'bank'), wish);
  await rm(folder, { recursive: true });
  expect(again.courseKey).toBe('library-v1:LakeU+Again');
  const facts = async (key: string) =>
    (await only(key, 'library')).children.map(({ name, contentHash }) => [name, contentHash]);
  expect(await facts(again.courseKey)).toEqual(await facts(library));
});
