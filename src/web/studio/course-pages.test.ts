import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anAuthor, type StudioAuthor } from '../../../test/support/studio-app.ts';
import { aSiteApp, type SiteApp } from '../../../test/support/test-site-app.ts';
import { findCourse, getDraftVersion, getPublishedVersion } from '../../domains/courses/index.ts';
import { urls } from '../urls.ts';

let app: SiteApp;
let chidi: StudioAuthor;
let count = 0;
beforeAll(async () => {
  app = await aSiteApp();
});
beforeEach(async () => {
  chidi = await anAuthor(app, `Lake${++count}`);
});
afterAll(async () => {
  expect(app.faults()).toBe('');
  await app.close();
});

const draft = async () => (await getDraftVersion(app.database.read('provide'), app.powers.versions, chidi.courseKey))!;
const idsOf = async (tag: string) => [...(await draft()).blocks.values()].filter((b) => b.tag === tag).map((b) => b.id);
const edit = (what: string, form: Record<string, string>, headers = {}) =>
  chidi.browser.post(urls.studioEdit(chidi.courseKey, what), form, headers);

/** Adds a part to the course's one unit, and gives its id. */
async function aPart(tag: string): Promise<string> {
  const [unit] = await idsOf('vertical');
  const response = await edit('add', { new: `${tag} ${unit}`, back: unit! });
  expect(response.status).toBe(303);
  const [, id] = /block\/([^?#]+)/.exec(response.headers.get('location')!)!;
  return decodeURIComponent(id!);
}

async function editorOf(id: string, as = ''): Promise<{ html: string; edition: string }> {
  const response = await chidi.browser.get(urls.studioBlock(chidi.courseKey, id, as || undefined));
  expect(response.status).toBe(200);
  const html = await response.text();
  return { html, edition: /name="edition" value="([^"]+)"/.exec(html)![1]! };
}

async function save(id: string, form: Record<string, string>): Promise<Response> {
  const { edition } = await editorOf(id, form.as);
  return chidi.browser.post(urls.studioBlock(chidi.courseKey, id), { edition, action: 'save', ...form });
}

describe('the outline', () => {
  it('shows the course, and does what its buttons say', async () => {
    const page = await (await chidi.browser.get(urls.studioOutline(chidi.courseKey))).text();
    expect(page).toContain('Sources');
    expect(page).toContain('Publish all changes');
    const root = (await draft()).root.id;
    const added = await edit('add', { new: `chapter ${root}` });
    const [one, two] = await idsOf('chapter');
    expect(added.headers.get('location')).toContain(encodeURIComponent(two!));
    await edit('rename', { block: two!, name: 'Floods' });
    expect((await draft()).blocks.get(two!)!.displayName).toBe('Floods');
    await edit('move', { up: two! });
    expect(await idsOf('chapter')).toEqual([two, one]);
  });

  it('takes a deletion back', async () => {
    const [unit] = await idsOf('vertical');
    const deleted = await edit('delete', { block: unit! });
    const page = await (await chidi.browser.get(deleted.headers.get('location')!)).text();
    expect(page).toContain('“Sources” can still be brought back as it was.');
    const [, version] = /name="version" value="([^"]+)"/.exec(page)!;
    await edit('restore', { version: version!, block: unit! });
    expect(await idsOf('vertical')).toEqual([unit]);
  });

  it('answers a script with the changed part', async () => {
    const [section] = await idsOf('chapter');
    const answer = await edit('rename', { block: section!, name: 'Springs' }, { 'x-part': '1' });
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html.startsWith('<section class="studio-outline" id="studio-outline"')).toBe(true);
    expect(decodeURIComponent(answer.headers.get('x-said')!)).toBe('“One” renamed to “Springs”');
  });

  it('refuses what can not be done, with the reason', async () => {
    const gone = await edit('rename', { block: 'vertical@none', name: 'x' });
    expect(gone.status).toBe(409);
    expect(await gone.text()).toContain('somebody has moved or deleted it');
  });
});

describe('an editor', () => {
  it('saves a text, and shows it as learners will see it', async () => {
    const id = await aPart('html');
    const saved = await save(id, { as: 'html', name: 'Springs', text: '<p>Water <b>rises</b>.</p>' });
    const page = await (await chidi.browser.get(saved.headers.get('location')!.split('#')[0]!)).text();
    expect(page).toContain('<p>Water <b>rises</b>.</p>');
    expect((await draft()).blocks.get(id)!.displayName).toBe('Springs');
  });

  it('says the line that can not be read, and keeps the text', async () => {
    const id = await aPart('problem');
    const text = '<problem>\n<p>2 < 3</p>\n</problem>';
    const refused = await save(id, { as: 'xml', text });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Line 2 can't be read");
    const { html } = await editorOf(id, 'xml');
    expect(html).toContain('&lt;p>2 &lt; 3&lt;/p>');
  });

  it('keeps what is written until it is saved or thrown away', async () => {
    const id = await aPart('html');
    const { edition } = await editorOf(id);
    const kept = await chidi.browser.post(
      urls.studioBlockAction(chidi.courseKey, id, 'autosave'),
      { as: 'html', edition, text: '<p>Half a sent' },
      { 'x-part': '1' },
    );
    expect(await kept.text()).toContain('<p>Half a sent</p>');
    const { html } = await editorOf(id);
    expect(html).toContain('&lt;p>Half a sent');
    expect(html).toContain('This is what you wrote and did not save');
    await save(id, { as: 'html', action: 'drop' });
    expect((await editorOf(id)).html).not.toContain('Half a sent');
  });

  it('shows both texts when somebody else was first', async () => {
    const id = await aPart('html');
    const { edition } = await editorOf(id);
    await save(id, { as: 'html', text: '<p>First</p>' });
    const late = await chidi.browser.post(urls.studioBlock(chidi.courseKey, id), {
      as: 'html',
      edition,
      action: 'save',
      text: '<p>Second</p>',
    });
    const html = await late.text();
    expect(html).toContain('Somebody else changed this meanwhile');
    expect(html).toMatch(/<del>.*First.*<\/del>/s);
    expect(html).toContain('&lt;p>Second&lt;/p>');
    const [, newer] = /name="edition" value="([^"]+)"/.exec(html)!;
    const again = await chidi.browser.post(urls.studioBlock(chidi.courseKey, id), {
      as: 'html',
      edition: newer!,
      action: 'save',
      text: '<p>Second</p>',
    });
    expect(again.status).toBe(303);
  });

  it('tries a problem out as it is written: answers, hints, another variant', async () => {
    const id = await aPart('problem');
    const text = 'Which birds fly?\n\n(x) wren\n( ) emu {{ It runs. }}\n\n|| Look up. ||\n';
    const { edition } = await editorOf(id);
    await chidi.browser.post(urls.studioBlockAction(chidi.courseKey, id, 'autosave'), {
      as: 'markdown',
      edition,
      text,
    });
    const tryAt = `${urls.studioBlockAction(chidi.courseKey, id, 'try')}?of=written&seed=1&hints=0`;
    const wrong = await (await chidi.browser.post(tryAt, { '2_1': 'choice_1' }, { 'x-part': '1' })).text();
    expect(wrong).toContain('It runs.');
    const right = await (await chidi.browser.post(tryAt, { '2_1': 'choice_0' }, { 'x-part': '1' })).text();
    expect(right).toContain('data-mark="correct"');
    const hint = await (await chidi.browser.post(tryAt, { action: 'hint' }, { 'x-part': '1' })).text();
    expect(hint).toContain('Look up.');
    const whole = await (
      await chidi.browser.post(`${tryAt.replace('seed=1', 'seed=2')}&whole`, {}, { 'x-part': '1' })
    ).text();
    expect(whole).toContain('Variant 2');
    const stored = (await draft()).blocks.get(id)!;
    expect(stored.contentHash).toBeNull();
  });

  it('shows a program in its sandbox, though no learner has it yet', async () => {
    const id = await aPart('html');
    await save(id, {
      as: 'html',
      text: '<p id="p">x</p><script>document.getElementById("p").textContent = "y";</script>',
    });
    const [unit] = await idsOf('vertical');
    const page = await (await chidi.browser.get(urls.studioUnit(chidi.courseKey, unit!))).text();
    const frame = urls.studioBlockAction(chidi.courseKey, id, 'frame');
    expect(page).toContain(`src="${frame}?of=stored"`);
    const program = await chidi.browser.get(`${frame}?of=stored`);
    expect(program.status).toBe(200);
    expect(program.headers.get('content-security-policy')).toContain('sandbox allow-scripts');
  });

  it('takes a picture, drawn anew, with what it shows', async () => {
    const id = await aPart('html');
    const send = (name: string, bytes: Buffer<ArrayBuffer>, alt: string) => {
      const body = new FormData();
      body.append('alt', alt);
      body.append('file', new File([bytes], name));
      const headers = { 'sec-fetch-site': 'same-origin', cookie: chidi.browser.cookie() };
      const address = urls.studioBlockAction(chidi.courseKey, id, 'picture/upload');
      return app.site.request(`https://mooc.test${address}`, { method: 'POST', body, headers });
    };
    const dot = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    expect((await send('a river.png', dot, '')).status).toBe(409);
    expect((await send('x.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'x')).status).toBe(409);
    expect((await send('a river.png', dot, 'A "river"')).status).toBe(303);
    const { html } = await editorOf(id);
    expect(html).toContain('&lt;img src=&quot;/static/a-river.png&quot; alt=&quot;A &amp;quot;river&amp;quot;&quot;');
    const file = (await draft()).files.get('a-river.png')!;
    expect(file.mediaType).toBe('image/png');
    expect(html).toContain(urls.asset(file.hash, 'a-river.png'));
  });

  it('takes a video with its captions', async () => {
    const id = await aPart('video');
    const form = {
      as: 'video',
      name: 'Film',
      youTube: 'https://youtu.be/b7xgknqkQk8',
      sources: '',
      captionsLanguage: 'en',
    };
    const captions = '1\n00:00:00,000 --> 00:00:02,000\nWater rises.\n';
    expect((await save(id, { ...form, captions })).status).toBe(303);
    const block = (await draft()).blocks.get(id)!;
    expect(block.settings.youtube_id_1_0).toBe('b7xgknqkQk8');
    const [unit] = await idsOf('vertical');
    const page = await (await chidi.browser.get(urls.studioUnit(chidi.courseKey, unit!))).text();
    expect(page).toContain('Water rises.');
    expect((await editorOf(id)).html).toContain('Water rises.');
    const refused = await save(id, { ...form, youTube: 'nothing', captions });
    expect(refused.status).toBe(422);
  });
});

describe('settings', () => {
  it('refuse prerequisites in a circle', async () => {
    const [section] = await idsOf('chapter');
    await edit('add', { new: `sequential ${section}` });
    const [one, two] = await idsOf('sequential');
    const requireFirst = async (of: string, first: string) => {
      const at = urls.studioBlockAction(chidi.courseKey, of, 'settings');
      const html = await (await chidi.browser.get(at)).text();
      const option = new RegExp(`value="([^"]+@${first.split('@')[1]})"`).exec(html)![1]!;
      const [, edition = ''] = /name="edition" value="([^"]+)"/.exec(html)!;
      return chidi.browser.post(at, { edition, display_name: 'x', required_content: option });
    };
    expect((await requireFirst(one!, two!)).status).toBe(303);
    const circle = await requireFirst(two!, one!);
    expect(circle.status).toBe(422);
    expect(await circle.text()).toContain('That subsection waits for this one');
  });

  it('are read, checked and written', async () => {
    const [subsection] = await idsOf('sequential');
    const address = urls.studioBlockAction(chidi.courseKey, subsection!, 'settings');
    const page = await (await chidi.browser.get(address)).text();
    const [, edition] = /name="edition" value="([^"]+)"/.exec(page)!;
    const form = { edition: edition!, display_name: 'Homework 1', due: '2026-12-24T18:00', format: 'Homework' };
    expect((await chidi.browser.post(address, { ...form, min_score: 'x' })).status).toBe(422);
    expect((await chidi.browser.post(address, form)).status).toBe(303);
    const { effective, settings, displayName } = (await draft()).blocks.get(subsection!)!;
    expect([displayName, effective.due, effective.graded, settings.format]).toEqual([
      'Homework 1',
      '2026-12-24T18:00:00Z',
      true,
      'Homework',
    ]);
    const outline = await (await chidi.browser.get(urls.studioOutline(chidi.courseKey))).text();
    expect(outline).toContain('Graded: Homework');
  });
});

describe('publishing and versions', () => {
  it('gives learners back what they saw before, unless somebody published meanwhile', async () => {
    const part = await aPart('html');
    const [unit] = await idsOf('vertical');
    const unitPage = urls.studioUnit(chidi.courseKey, unit!);
    const textOf = async (address: string) => (await chidi.browser.get(address.split('#')[0]!)).text();
    const publish = async (name: string) => {
      await edit('rename', { block: part, name });
      const [, hash] = /edit\/publish[\s\S]*?name="hash" value="([^"]+)"/.exec(await textOf(unitPage))!;
      const done = await edit('publish', { block: unit!, hash: hash!, back: unit!, sure: 'yes' });
      return textOf(done.headers.get('location')!);
    };
    const seen = async () => {
      const { database, versions } = app.powers;
      return (await getPublishedVersion(database.read('provide'), versions, chidi.courseKey))!.blocks.get(part)!
        .displayName;
    };
    const giveBack = (page: string) => {
      const [, version, now] =
        /name="version" value="([^"]+)"[^>]*><input type="hidden" name="seen" value="([^"]+)"/.exec(page)!;
      const form = { version: version!, seen: now! };
      return chidi.browser.post(`${urls.studioVersions(chidi.courseKey)}/publish`, form);
    };
    expect(await publish('Springs')).not.toContain('Give learners back');
    const afterFloods = await publish('Floods');
    expect(afterFloods).toContain('Give learners back what they saw before');
    expect((await giveBack(afterFloods)).status).toBe(303);
    expect([await seen(), (await draft()).blocks.get(part)!.displayName]).toEqual(['Springs', 'Floods']);
    const afterLakes = await publish('Lakes');
    await publish('Seas');
    const refused = await giveBack(afterLakes);
    expect([refused.status, await seen()]).toEqual([409, 'Seas']);
    expect(await refused.text()).toContain('Something else has been published');
    expect(await textOf(urls.studioVersions(chidi.courseKey))).toContain('Let learners see this version');
  });

  it('publishes a unit, lists, compares and restores', async () => {
    const id = await aPart('html');
    await save(id, { as: 'html', text: '<p>First</p>' });
    const [unit] = await idsOf('vertical');
    const page = await (await chidi.browser.get(urls.studioUnit(chidi.courseKey, unit!))).text();
    const [, hash] = /name="hash" value="([^"]+)"/.exec(page)!;
    await edit('publish', { block: unit!, hash: hash!, back: unit! });
    const read = () => getPublishedVersion(app.database.read('provide'), app.powers.versions, chidi.courseKey);
    expect((await read())!.blocks.has(id)).toBe(true);
    await save(id, { as: 'html', text: '<p>Second</p>' });
    const list = await (await chidi.browser.get(urls.studioVersions(chidi.courseKey))).text();
    expect(list).toContain('Chidi');
    const course = await findCourse(app.database.read('provide'), chidi.courseKey);
    expect(course!.draftVersion).not.toBe(course!.publishedVersion);
    const number = (await draft()).number;
    const compared = await (await chidi.browser.get(urls.studioVersion(chidi.courseKey, number))).text();
    expect(compared).toMatch(/<del>.*First.*<\/del>/s);
    expect(compared).toMatch(/<ins>.*Second.*<\/ins>/s);
    await chidi.browser.post(`${urls.studioVersions(chidi.courseKey)}/restore`, { version: course!.publishedVersion! });
    expect((await draft()).blocks.get(id)!.contentHash).toBe((await read())!.blocks.get(id)!.contentHash);
  });
});
