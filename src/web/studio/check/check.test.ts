import { afterAll, beforeAll, expect, it } from 'vitest';
import { anAuthor, type StudioAuthor } from '../../../../test/support/studio-app.ts';
import { aSiteApp, type SiteApp } from '../../../../test/support/test-site-app.ts';
import { getDraftVersion, getPublishedVersion } from '../../../domains/courses/index.ts';
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

const draft = async () => (await getDraftVersion(app.database.read('provide'), app.powers.versions, chidi.courseKey))!;
const published = () => getPublishedVersion(app.database.read('provide'), app.powers.versions, chidi.courseKey);
const edit = (what: string, form: Record<string, string>) =>
  chidi.browser.post(urls.studioEdit(chidi.courseKey, what), form);
const read = async (address: string) => (await chidi.browser.get(address)).text();

/** Adds a text to the course's one unit. */
async function aText(html: string): Promise<string> {
  const unit = [...(await draft()).blocks.values()].find(({ tag }) => tag === 'vertical')!.id;
  const added = await edit('add', { new: `html ${unit}`, back: unit });
  const id = decodeURIComponent(/block\/([^?#]+)/.exec(added.headers.get('location')!)![1]!);
  const page = await read(urls.studioBlock(chidi.courseKey, id, 'html'));
  const edition = /name="edition" value="([^"]+)"/.exec(page)![1]!;
  await chidi.browser.post(urls.studioBlock(chidi.courseKey, id), { edition, action: 'save', as: 'html', text: html });
  return id;
}

/** Publishes the course as the button of the outline does. */
async function publish(form: Record<string, string> = {}): Promise<Response> {
  const page = await read(urls.studioOutline(chidi.courseKey));
  const button = page.slice(page.lastIndexOf('<form', page.indexOf('author.publish-all')));
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(button)![1]!;
  return edit('publish', { block: field('block'), hash: field('hash'), ...form });
}

it('says what there is by unit, with what to do and the way to it; warnings ask nothing before publishing', async () => {
  expect(await read(urls.studioCheck(chidi.courseKey))).toContain('Nothing is in it');
  const id = await aText('<h2>Rivers</h2><p><img src="https://lake.example/map.png"> <a href="/x">Click here!</a></p>');
  const page = await read(urls.studioCheck(chidi.courseKey));
  expect(page).toContain('No errors and 2 warnings in 5 blocks');
  for (const words of ['One › First', 'Sources', 'A picture has no alternative text', 'map.png', 'Click here!'])
    expect(page).toContain(words);
  expect(page).toContain(`href="${urls.studioBlock(chidi.courseKey, id)}"`);
  expect((await publish()).headers.get('location')).not.toContain('/check');
  expect(await published()).not.toBeNull();
});

it('asks once more before errors are published, and does it when the author is sure', async () => {
  const before = (await published())!.versionId;
  await aText('<p><a href="/jump_to_id/nowhere">The lake</a></p>');
  const asked = await publish();
  const address = asked.headers.get('location')!;
  expect(address).toContain('/check?block=');
  expect((await published())!.versionId).toBe(before);
  const page = await read(address);
  expect(page).toContain('1 error in what you publish');
  expect(page).toContain('/jump_to_id/nowhere');
  expect(page.indexOf('/jump_to_id/nowhere')).toBeLessThan(page.indexOf('Click here!'));
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)![1]!;
  const sure = { block: field('block'), hash: field('hash'), sure: 'yes' };
  const sent = (await edit('publish', sure)).headers.get('location');
  expect(sent!.replace(/\?was=.*$/, '')).toBe(urls.studioOutline(chidi.courseKey));
  expect((await published())!.versionId).not.toBe(before);
});

it('says that all is well', async () => {
  const texts = [...(await draft()).blocks.values()].filter(({ tag }) => tag === 'html');
  for (const { id } of texts) await edit('delete', { block: id });
  await aText('<h2>Rivers</h2><p>They run.</p>');
  expect(await read(urls.studioCheck(chidi.courseKey))).toContain('All is well');
});
