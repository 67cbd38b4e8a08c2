import { afterAll, beforeAll, expect, it } from 'vitest';
import { anAuthor, type StudioAuthor } from '../../../../test/support/studio-app.ts';
import { aSiteApp, type SiteApp } from '../../../../test/support/test-site-app.ts';
import { createVersion, getDraftVersion, getStoredVersion, hashContent } from '../../../domains/courses/index.ts';
import { urls } from '../../urls.ts';

let app: SiteApp;
let chidi: StudioAuthor;
beforeAll(async () => {
  app = await aSiteApp();
  chidi = await anAuthor(app);
});
afterAll(async () => {
  expect(app.faults()).toBe('');
  await app.close();
});

const attack = '"><img src=x onerror=ran()><script>ran()</script>';
const draft = async () => (await getDraftVersion(app.database.read('provide'), app.powers.versions, chidi.courseKey))!;
const read = async (address: string) => (await chidi.browser.get(address)).text();
const send = (address: string, form: Record<string, string>) => chidi.browser.post(address, form);
const editionIn = (html: string) => /name="edition" value(?:="([^"]*)")?/.exec(html)![1] ?? '';
const arrange = (list: 'pages' | 'textbooks' | 'updates', act: string, form: Record<string, string>) =>
  send(urls.studioArrange(chidi.courseKey, list, act), form);

/** Writes a text in its editor, on the edition that the editor shows. */
async function write(id: string, form: Record<string, string>, edition?: string): Promise<Response> {
  const address = urls.studioText(chidi.courseKey, id);
  return send(address, { edition: edition ?? editionIn(await read(address)), action: 'save', ...form });
}

/** Puts a document into the draft, as an import would. */
async function aDocument(path: string, text: string): Promise<void> {
  await app.database.write('provide', async (w) => {
    const { versionId } = await draft();
    const { root, manifest } = await getStoredVersion(w, versionId, app.powers.versions);
    const bytes = Buffer.from(text);
    const documents = { ...manifest.documents, [path]: hashContent(bytes) };
    const contents = new Map([[hashContent(bytes), bytes]]);
    const { courseKey } = chidi;
    await createVersion(w, {
      courseKey,
      author: null,
      message: 'x',
      root,
      contents,
      manifest: { ...manifest, documents },
    });
  });
}

it('keeps the page of updates of an old course when the first one is written, and brings back what was deleted', async () => {
  await aDocument(
    'info/updates.html',
    '<p>Hello</p><ol><li><h2>May 2</h2><p>Two</p></li><li><h2>May 1</h2><p>One</p></li></ol>',
  );
  expect((await write('update@new', { title: 'May 3', text: `<p>Three</p>${attack}` })).status).toBe(303);
  const { updates } = (await draft()).info;
  expect(updates.map(({ id, date }) => `${id} ${date}`)).toEqual(['4 May 3', '3 ', '2 May 2', '1 May 1']);
  expect(updates[1]!.html).toContain('Hello');
  const page = await read(urls.studioPages(chidi.courseKey, 'updates'));
  expect(page).toContain('<p>One</p>');
  expect(page).not.toMatch(/<img[^>]*onerror|<script>ran/);
  const gone = await arrange('updates', 'delete', { block: '2' });
  expect((await draft()).info.updates.map(({ id }) => id)).toEqual(['4', '3', '1']);
  const undo = await read(gone.headers.get('location')!);
  const [, version] = /name="version" value="([^"]+)"/.exec(undo)!;
  await arrange('updates', 'restore', { block: '2', version: version! });
  expect((await draft()).info.updates.map(({ id }) => id)).toEqual(['4', '3', '2', '1']);
});

it('says that somebody else was first at the same text, and loses nothing; others do not hinder each other', async () => {
  const address = urls.studioText(chidi.courseKey, 'handouts');
  const edition = editionIn(await read(address));
  await write('handouts', { text: '<p>Theirs</p>' });
  const late = await write('handouts', { text: '<p>Mine</p>' }, edition);
  const html = await late.text();
  expect(html).toContain('Somebody else changed this meanwhile');
  expect(html).toContain('&lt;p>Mine&lt;/p>');
  expect(html).toMatch(/<del>.*Theirs/s);
  await write('update@new', { title: 'x', text: 'x' });
  expect((await write('handouts', { text: '<p>Mine</p>' }, editionIn(html))).status).toBe(303);
  expect((await draft()).info.handouts).toBe('<p>Mine</p>');
});

it('adds, renames, hides, moves and deletes pages, and leaves the first two where Open edX wants them', async () => {
  expect((await write('page@new', { title: '', text: 'x' })).status).toBe(422);
  await write('page@new', { title: 'Réading list', text: '<p>Books</p>' });
  await write('page@new', { title: attack, text: attack });
  const own = async () => (await draft()).info.tabs.filter(({ type }) => type === 'static_tab');
  const [first, second] = (await own()).map(({ slug }) => slug);
  expect(first).toBe('reading-list');
  await write(`page@${first}`, { title: 'Books', text: '<p>More</p>' });
  await arrange('pages', 'move', { up: second! });
  await arrange('pages', 'hide', { block: first! });
  expect((await own()).map(({ slug, name, isHidden }) => [slug, name, isHidden])).toEqual([
    [second, attack, false],
    [first, 'Books', true],
  ]);
  expect((await arrange('pages', 'hide', { block: ':courseware' })).status).toBe(409);
  await arrange('pages', 'move', { block: second!, before: ':course_info' });
  expect((await draft()).info.tabs.slice(0, 3).map(({ slug }) => slug)).toEqual(['course_info', 'courseware', second]);
  expect(await read(urls.studioPages(chidi.courseKey))).not.toMatch(/<img[^>]*onerror|<script>ran/);
  await arrange('pages', 'delete', { block: first! });
  const { manifest } = await getStoredVersion(
    app.database.read('provide'),
    (await draft()).versionId,
    app.powers.versions,
  );
  expect(Object.keys(manifest.documents)).not.toContain('tabs/reading-list.html');
});

it('writes textbooks as Open edX has them, with the page that shows them, and refuses a program as an address', async () => {
  const address = urls.studioTextbook(chidi.courseKey, 'new');
  const form = { title: 'Rivers', 'chapter-title-0': 'One', 'chapter-url-0': 'javascript:ran()' };
  expect((await send(address, form)).status).toBe(422);
  const rest = { 'chapter-url-0': '/static/1.pdf', 'chapter-title-1': 'Two', 'chapter-url-1': 'https://b.example/2' };
  expect((await send(address, { ...form, ...rest })).status).toBe(303);
  const { root } = await draft();
  expect(root.settings.pdf_textbooks).toEqual([
    {
      tab_title: 'Rivers',
      id: '0Rivers',
      chapters: [
        { title: 'One', url: '/static/1.pdf' },
        { title: 'Two', url: 'https://b.example/2' },
      ],
    },
  ]);
  expect(JSON.stringify(root.settings.tabs)).toContain('pdf_textbooks');
  const book = urls.studioTextbook(chidi.courseKey, 'pdf:0Rivers');
  const edition = editionIn(await read(book));
  await send(book, { ...form, ...rest, edition, up: '1' });
  expect((await draft()).info.textbooks[0]!.chapters.map(({ title }) => title)).toEqual(['Two', 'One']);
});
