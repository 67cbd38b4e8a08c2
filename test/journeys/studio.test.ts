import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { urls } from '../../src/web/urls.ts';
import { unpack, withoutTop } from '../corpus/unpack.ts';
import { findBarriers } from '../support/axe.ts';
import { type LearnerSite, openLearnerSite } from '../support/learner-site.ts';
import { tabTo } from '../support/tab-to.ts';

let site: LearnerSite;
beforeAll(async () => {
  site = await openLearnerSite();
});
afterAll(() => site?.close());

/** Runs in each page before anything else: whatever an author's attack calls is seen. */
const witness = () => {
  (window as unknown as { ran(): void }).ran = () => document.documentElement.setAttribute('data-ran', '');
};
const hasRun = (page: Page) => page.evaluate(() => document.documentElement.hasAttribute('data-ran'));

async function openPlace(page: Page, name: string, key: string): Promise<void> {
  await page.goto(urls.openOrganisation());
  await page.selectOption('[name=kind]', 'teacher');
  await page.fill('[name=name]', name);
  await page.fill('[name=key]', key);
  await page.click('[data-control="studio.open"]');
  await page.waitForURL(`**/organisations/${key}**`);
}

/** Chidi arrives: opens a place of his own, and begins a course in it. @returns the address of its outline */
async function beginCourse(page: Page): Promise<string> {
  await openPlace(page, 'Chidi’s rivers', 'ChidiRivers');
  await page.click('[data-control="studio.new-course"]');
  await page.fill('[name=title]', 'Rivers');
  await page.click('main [type=submit]');
  await page.waitForURL('**/studio/courses/**');
  return page.url();
}

async function add(page: Page, kind: string): Promise<void> {
  await page.locator('.studio-add-kind', { hasText: kind }).click();
  await page.waitForURL('**/block/**');
}

async function writeText(page: Page): Promise<void> {
  await add(page, 'Text');
  await page.fill('[name=name]', 'Springs');
  const text = page.locator('.rich-text');
  await text.fill('Where it begins');
  await page.click('[data-rich="heading"]');
  await page.click('[data-rich-view="source"]');
  const source = await page.inputValue('textarea[name=text]');
  expect(source).toBe('<h3>Where it begins</h3>');
  await page.fill('textarea[name=text]', `${source}<p>Water rises.</p><img src=x onerror="ran()">`);
  // What is written is kept and shown before it is saved, and survives a closed tab.
  await page.locator('#studio-preview', { hasText: 'Water rises.' }).waitFor();
  await page.reload();
  expect(await page.inputValue('textarea[name=text]')).toContain('Water rises.');
  await page.click('[data-control="author.save"]');
  await page.waitForURL('**/unit/**');
}

async function writeProblem(page: Page): Promise<void> {
  await add(page, 'Problem');
  await page.locator('.studio-template', { hasText: 'One right choice' }).click();
  await page.fill(
    'textarea[name=text]',
    '>>Where does a river end?<<\n\n(x) in a sea\n( ) in a spring\n\n|| Look down. ||\n',
  );
  const preview = page.locator('#studio-preview');
  await preview.getByText('Where does a river end?').waitFor();
  await preview.getByLabel('in a spring').check();
  await preview.locator('[data-control="problem.submit"]').click();
  await preview.locator('[data-mark="incorrect"]').first().waitFor();
  await preview.locator('[data-control="problem.hint"]').click();
  await preview.getByText('Look down.').waitFor();
  await page.click('[data-control="author.save"]');
  await page.waitForURL('**/unit/**');
}

async function writeVideo(page: Page): Promise<void> {
  await add(page, 'Video');
  await page.fill('[name=name]', 'A river from above');
  await page.fill('[name=youTube]', 'https://youtu.be/b7xgknqkQk8');
  await page.fill('[name=captions]', '1\n00:00:00,000 --> 00:00:04,000\nThe delta opens.\n');
  await page.click('[data-control="author.save"]');
  await page.waitForURL('**/unit/**');
}

/** In the form of its kind: what learners will see comes by itself while the author writes. */
async function writePoll(page: Page): Promise<void> {
  await page.click('.studio-all-kinds > summary');
  await page.locator('.studio-add-card', { hasText: 'Poll' }).click();
  await page.waitForURL('**/block/**');
  await page.fill('[name=question]', 'Which river do *you* know?');
  await page.locator('[data-row-up]').nth(1).click();
  await page.click('[data-rows-add]');
  await page.locator('[name=answers-label]').last().fill('The Volga');
  await page.locator('#studio-preview label', { hasText: 'The Volga' }).waitFor();
  expect(await page.locator('#studio-preview label').first().textContent()).toBe('Blue');
  expect(await findBarriers(page)).toEqual([]);
  await page.click('[data-control="author.save"]');
  await page.waitForURL('**/unit/**');
}

/** XML is completed by what may stand where the cursor is. Nothing of it is saved. */
async function completeXml(page: Page): Promise<void> {
  const unit = page.url();
  await page
    .locator('.studio-block', { hasText: 'Where does a river end?' })
    .locator('[data-control="author.edit"]')
    .click();
  await page.waitForURL('**/block/**');
  await page.goto(`${page.url()}?as=xml`);
  const source = page.locator('.source-editor .cm-content');
  await source.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('<problem><multiplechoiceresponse><cho');
  await page.locator('.source-editor .cm-tooltip-autocomplete', { hasText: 'choicegroup' }).waitFor();
  await page.keyboard.press('Enter');
  expect(await source.textContent()).toContain('<choicegroup');
  await page.locator('[data-autosave-state]', { hasText: 'kept' }).waitFor();
  await page.goto(unit);
}

it('Chidi builds a course from nothing and publishes it; Ada takes it', async () => {
  const chidi = await site.window({}, await site.person('Chidi'));
  const { page } = chidi;
  await page.addInitScript(witness);
  const outline = await beginCourse(page);
  const courseKey = decodeURIComponent(outline.split('/').at(-1)!);

  await page.locator('.studio-unit-row a.studio-title').first().click();
  await writeText(page);
  await writeProblem(page);
  await completeXml(page);
  await writePoll(page);
  await writeVideo(page);
  await page.getByText('The delta opens.').waitFor({ state: 'attached' });
  expect(await findBarriers(page)).toEqual([]);
  await page.click('[data-control="author.publish"]');
  await page.locator('.studio-head .state-published').waitFor();

  // The outline: a section named in its place, moved by its button, deleted and brought back.
  await page.goto(outline);
  await page.locator('.studio-add', { hasText: 'New section' }).click();
  await page.locator('.studio-menu [name=name]').fill('Floods');
  await page.locator('[data-control="author.rename"]').click();
  const floods = page.locator('.studio-section', { hasText: 'Floods' });
  await floods.locator('[name=up]').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.studio-section:first-child', { hasText: 'Floods' }).waitFor();
  if ((await floods.locator('.studio-menu').count()) === 0)
    await floods.locator('[data-control="author.menu"]').click();
  await floods.locator('[data-control="author.delete"]').click();
  await page.locator('[data-control="author.undo"]').click();
  await floods.waitFor();
  expect(await findBarriers(page)).toEqual([]);
  expect(await hasRun(page)).toBe(false);
  expect(chidi.complaints).toEqual([]);
  await chidi.close();

  const ada = await site.window({}, await site.person('Ada'));
  await ada.page.addInitScript(witness);
  await ada.page.goto(urls.course(courseKey));
  await ada.page.click('[data-control="course.enrol"]');
  await ada.page.goto(urls.resume(courseKey));
  await ada.page.getByText('Water rises.').waitFor();
  await ada.page.getByLabel('in a sea').check();
  await ada.page.click('[data-control="problem.submit"]');
  await ada.page.locator('[data-mark="correct"]').first().waitFor();
  await ada.page.getByLabel('The Volga').check();
  await ada.page.click('[data-control="vote.send"]');
  await ada.page.locator('.vote-bar-mine', { hasText: '1 · 100 %' }).waitFor();
  expect(await findBarriers(ada.page)).toEqual([]);
  expect(await hasRun(ada.page)).toBe(false);
  await ada.page.goto(urls.outline(courseKey));
  expect(await ada.page.getByText('Floods').count()).toBe(0);
  await ada.close();
});

/** Goes to a control by the Tab key and uses it. */
async function use(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press('Enter');
}

/** Writes over what stands in a field that the Tab key reaches. */
async function type(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

it('Ben does it by the keyboard alone: a place, a course, a text, a problem that is tried, and published', async () => {
  const { page, complaints, close } = await site.window({}, await site.person('Ben'));
  await page.goto(urls.openOrganisation());
  await tabTo(page, '[name=kind]');
  await page.keyboard.type('Teacher');
  await type(page, '[name=name]', 'Ben’s springs');
  await type(page, '[name=key]', 'BenSprings');
  await use(page, '[data-control="studio.open"]');
  await page.waitForURL('**/organisations/BenSprings**');
  await use(page, '[data-control="studio.new-course"]');
  await page.waitForURL('**/new**');
  await type(page, '[name=title]', 'Springs');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/studio/courses/**');
  const courseKey = decodeURIComponent(page.url().split('/').at(-1)!);

  await use(page, '.studio-unit-row a.studio-title');
  await page.waitForURL('**/unit/**');
  await use(page, '.studio-add-kind[value^="html"]');
  await page.waitForURL('**/block/**');
  await type(page, '.rich-text', 'Water rises.');
  await use(page, '[data-control="author.save"]');
  await page.waitForURL('**/unit/**');

  await use(page, '.studio-add-kind[value^="problem"]');
  await page.waitForURL('**/block/**');
  await type(page, 'textarea[name=text]', '>>Where does it rise?<<\n\n= a spring\n');
  const preview = page.locator('#studio-preview');
  await preview.getByText('Where does it rise?').waitFor();
  await type(page, '#studio-preview input[type=text]', 'a spring');
  await page.keyboard.press('Enter');
  await preview.locator('[data-mark="correct"]').first().waitFor();
  await use(page, '[data-control="author.save"]');
  await page.waitForURL('**/unit/**');
  await use(page, '[data-control="author.publish"]');
  await page.locator('.studio-head .state-published').waitFor();
  expect(complaints).toEqual([]);
  await close();

  const ada = await site.window({}, await site.person('Ada', courseKey));
  await ada.page.goto(urls.resume(courseKey));
  await ada.page.getByText('Water rises.').waitFor();
  await ada.close();
});

const realCourse = '../shared/courses/demo-2026.tar.gz';

/** The course as its export by the browser, file by file. */
async function takeAlong(page: Page, organisation: string): Promise<ReadonlyMap<string, Buffer>> {
  await page.goto(urls.studioOrganisation(organisation));
  const downloading = page.waitForEvent('download');
  await page.click('[data-control="studio.export"]');
  return withoutTop(await unpack(await (await downloading).path()));
}

it.skipIf(!existsSync(realCourse))(
  'Chidi edits a course that came from Open edX, and takes it along with nothing else changed (skipped where ../shared is absent)',
  async () => {
    const { page, complaints, close } = await site.window({}, await site.person('Chidi'));
    await openPlace(page, 'Chidi’s demo', 'ChidiDemo');
    await page.goto(urls.importCourse('ChidiDemo'));
    await page.setInputFiles('[name=archive]', realCourse);
    await page.click('[data-control="import.upload"]');
    await page.locator('main [data-control="studio.course"]').click();
    await page.waitForURL('**/studio/courses/**');
    const outline = page.url();
    await publishAll(page);
    const before = await takeAlong(page, 'ChidiDemo');

    await page.goto(outline);
    await page.locator('[data-control="author.menu"]').first().click();
    await page.locator('.studio-menu [name=name]').fill('Begin here');
    await page.locator('[data-control="author.rename"]').click();
    await page.locator('.studio-section', { hasText: 'Begin here' }).waitFor();
    const text = [...before.keys()].find((name) => /^html\/\w+\.html$/.test(name))!;
    const courseKey = decodeURIComponent(new URL(outline).pathname.split('/').at(-1)!);
    await page.goto(urls.studioBlock(courseKey, `html@${text.slice('html/'.length, -'.html'.length)}`));
    await page.click('[data-rich-view="source"]');
    const source = page.locator('textarea[name=text]');
    await source.fill(`${await source.inputValue()}<p>Chidi adds a line.</p>`);
    await page.click('[data-control="author.save"]');
    await page.waitForURL('**/unit/**');
    await page.goto(outline);
    await publishAll(page);

    const after = await takeAlong(page, 'ChidiDemo');
    const changed = [...after].filter(([name, bytes]) => !before.get(name)?.equals(bytes)).map(([name]) => name);
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    expect(changed.sort()).toEqual([expect.stringMatching(/^chapter\/\w+\.xml$/), text]);
    expect(after.get(text)!.toString()).toContain('Chidi adds a line.');
    expect(complaints).toEqual([]);
    await close();
  },
);

/** From the outline; where the check finds errors, Chidi says that he is sure. */
async function publishAll(page: Page): Promise<void> {
  const outline = page.url();
  await page.click('[data-control="author.publish-all"]');
  const sure = page.locator('[data-control="author.check-publish"]');
  await page.waitForFunction(
    () =>
      document.querySelector('[data-control="author.check-publish"]') ??
      !document.querySelector('[data-control="author.publish-all"]'),
  );
  if (await sure.isVisible()) await sure.click();
  await page.goto(outline);
  expect(await page.locator('[data-control="author.publish-all"]').count()).toBe(0);
}
