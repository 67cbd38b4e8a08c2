import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anAuthor, type StudioAuthor } from '../../../../test/support/studio-app.ts';
import { aSiteApp, type SiteApp } from '../../../../test/support/test-site-app.ts';
import { type CourseFile, getDraftVersion } from '../../../domains/courses/index.ts';
import { urls } from '../../urls.ts';

let app: SiteApp;
let chidi: StudioAuthor;
let png: Buffer;
beforeAll(async () => {
  app = await aSiteApp({ config: { uploadLimit_MB: 1 } });
  chidi = await anAuthor(app);
  png = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
});
afterAll(async () => {
  expect(app.faults()).toBe('');
  await app.close();
});

const draft = async () => (await getDraftVersion(app.database.read('provide'), app.powers.versions, chidi.courseKey))!;
const fileOf = async (name: string): Promise<CourseFile | undefined> => (await draft()).files.get(name);
const change = (form: Record<string, string>) => chidi.browser.post(urls.changeStudioFiles(chidi.courseKey), form);

async function send(
  files: Readonly<Record<string, Uint8Array | string>>,
  fields: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const form = new FormData();
  for (const [name, bytes] of Object.entries(files)) form.append('files', new Blob([bytes as BlobPart]), name);
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const headers = { cookie: chidi.browser.cookie(), origin: 'https://mooc.test', 'sec-fetch-site': 'same-origin' };
  const address = `https://mooc.test${urls.uploadStudioFiles(chidi.courseKey)}`;
  return app.site.request(address, { method: 'POST', body: form, headers });
}

it('takes many at once into a folder, says of each that did not come in why not, and leaves nothing of those', async () => {
  const sent = await send(
    {
      'My map.png': png,
      'notes.txt': 'Water',
      'fake.png': '<html><script>steal()</script></html>',
      'empty.txt': '',
      'huge.txt': 'x'.repeat(1_000_001),
    },
    { folder: '../images' },
  );
  expect(sent.status).toBe(422);
  const page = await sent.text();
  for (const words of [
    'fake.png</bdi>: its content is not',
    'empty.txt</bdi>: it is empty',
    'huge.txt</bdi>: a file may',
  ])
    expect(page).toContain(words);
  expect([...(await draft()).files.keys()].sort()).toEqual(['images/My_map.png', 'images/notes.txt']);
});

it('cleans drawings of all that runs', async () => {
  await send({
    'lake.svg': '<svg xmlns="http://www.w3.org/2000/svg" onload="a()"><script>b()</script><path d="M0 0"/></svg>',
  });
  const { hash } = (await fileOf('lake.svg'))!;
  const served = await (await chidi.browser.get(urls.asset(hash, 'lake.svg'))).text();
  expect(served).toBe('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>\n');
});

it('gives a number to another file of the same name, replaces only when asked, and takes it back', async () => {
  await send({ 'a.txt': 'one' });
  const first = (await fileOf('a.txt'))!.hash;
  await send({ 'a.txt': 'two' });
  expect((await fileOf('a.txt'))!.hash).toBe(first);
  expect(await fileOf('a-2.txt')).toBeDefined();
  expect((await send({ 'b.mp4': '0000ftypisom' }, { into: 'a.txt' })).status).toBe(422);
  const replaced = await send({ 'b.txt': 'three' }, { into: 'a.txt' });
  expect((await fileOf('a.txt'))!.hash).not.toBe(first);
  const version = new URL(replaced.headers.get('location')!, 'http://x').searchParams.get('made')!;
  await chidi.browser.post(urls.undoStudioFiles(chidi.courseKey), { version });
  expect((await fileOf('a.txt'))!.hash).toBe(first);
});

it('locks as Open edX writes it, and asks before it deletes what is used', async () => {
  const unit = [...(await draft()).blocks.values()].find(({ tag }) => tag === 'vertical')!.id;
  const added = await chidi.browser.post(urls.studioEdit(chidi.courseKey, 'add'), { new: `html ${unit}`, back: unit });
  const id = decodeURIComponent(/block\/([^?#]+)/.exec(added.headers.get('location')!)![1]!);
  const editor = await (await chidi.browser.get(urls.studioBlock(chidi.courseKey, id))).text();
  const edition = /name="edition" value="([^"]+)"/.exec(editor)![1]!;
  const text =
    '<p><img src="/static/lake.svg" alt="A lake"><a href="/static/gone.pdf">x</a><a href="/jump_to_id/no">y</a></p>';
  await chidi.browser.post(urls.studioBlock(chidi.courseKey, id), { edition, action: 'save', as: 'html', text });

  await change({ action: 'lock', file: 'lake.svg' });
  expect((await fileOf('lake.svg'))!.locked).toBe(true);
  const page = await (await chidi.browser.get(urls.studioFilePage(chidi.courseKey, 'lake.svg'))).text();
  expect(page).toContain(urls.studioBlock(chidi.courseKey, id));
  const asked = await change({ action: 'delete', file: 'lake.svg' });
  expect(await asked.text()).toContain('1 of these files is in use');
  const gone = await change({ action: 'delete', file: 'lake.svg', sure: 'yes' });
  const links = await (await chidi.browser.get(urls.studioLinks(chidi.courseKey))).text();
  for (const address of ['/static/lake.svg', '/static/gone.pdf', '/jump_to_id/no']) expect(links).toContain(address);
  const version = new URL(gone.headers.get('location')!, 'http://x').searchParams.get('made')!;
  await chidi.browser.post(urls.undoStudioFiles(chidi.courseKey), { version });
  expect((await fileOf('lake.svg'))!.locked).toBe(true);
  const list = await (await chidi.browser.get(`${urls.studioFiles(chidi.courseKey)}?q=LAKE&kind=picture`)).text();
  expect(list).toContain('used in 1 place');
  expect(list).not.toContain('notes.txt');
});
