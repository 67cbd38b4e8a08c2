import path from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportCourse, importCourse } from '../../src/domains/exchange/index.ts';
import { ensurePerson } from '../../src/domains/identity/index.ts';
import { projectRoot } from '../../src/kernel/project-root.ts';
import { urls } from '../../src/web/urls.ts';
import { findBarriers } from '../support/axe.ts';
import { type MailedSite, openMailedSite } from '../support/mailed-site.ts';

const dana = { email: 'dana@lake.example', name: 'Dana', password: 'a boat without a sail' };
const chidi = { email: 'chidi@lake.example', name: 'Chidi', password: 'a walk along the river' };

let site: MailedSite;
let archive: string;

beforeAll(async () => {
  site = await openMailedSite(async (house, folder) => {
    await house.database.write('secure', (w) => ensurePerson(w, { ...dana, isOperator: true }));
    archive = path.join(folder, 'tides.tar.gz');
    const wish = { org: 'Elsewhere', publish: false, author: null, onProgress: () => {} };
    const { courseKey } = await importCourse(house, path.join(projectRoot, 'courses', 'demo'), wish);
    await exportCourse(house, courseKey, archive);
  });
});
afterAll(() => site?.close());

const options = { javaScriptEnabled: false };

it('Chidi goes, without JavaScript, from the form to a confirmed mail, an invitation, an organisation and a hosted course', async () => {
  const page = await site.open(options);
  await page.goto(`${urls.build()}#institutions`);
  await page.click('#institutions > summary');
  await page.fill('[name=institutions-name]', chidi.name);
  await page.fill('[name=institutions-email]', chidi.email);
  await page.fill('[name=institutions-organisation]', 'Lake University');
  for (const field of await page.locator('#institutions [required]').all())
    if ((await field.inputValue()) === '') await field.fill('Rivers and lakes');
  await page.click('#institutions [data-control="build.send"]');
  await page.goto(await site.linkMailedTo(chidi.email, 1));
  await page.click('[data-control="build.confirm"]');

  const desk = await site.signIn(dana, options);
  await desk.goto(urls.desk());
  await desk.click('[data-control="desk.open"]');
  await desk.click('[data-control="desk.invite"]');

  const invitation = await site.linkMailedTo(chidi.email, 2);
  await page.goto(invitation);
  expect(await page.locator('main').textContent()).toContain('Lake University');
  await page.click('[data-control="join.sign-up"]');
  await page.fill('[name=born]', '1980');
  await page.click('[data-control="sign-up.next"]');
  await page.fill('[name=name]', chidi.name);
  await page.fill('[name=email]', chidi.email);
  await page.fill('[name=password]', chidi.password);
  await page.click('[data-control="sign-up.create"]');
  await page.goto(await site.linkMailedTo(chidi.email, 3));
  await page.fill('[name=password]', chidi.password);
  await page.click('[data-control="sign-up.confirm"]');

  expect(page.url()).toBe(invitation);
  expect(await page.inputValue('[name=name]')).toBe('Lake University');
  expect(await page.inputValue('[name=key]')).toBe('LakeUniversity');
  await page.click('[data-control="studio.open"]');
  expect(new URL(page.url()).pathname).toBe(urls.studioOrganisation('LakeUniversity'));
  await desk.reload();
  expect(await desk.locator('.tag-good').textContent()).toContain('Opened');

  await page.click('.empty [data-control="studio.import"]');
  await page.setInputFiles('[name=archive]', archive);
  await page.check('[name=publish]');
  await page.click('[data-control="import.upload"]');
  // The page asks again by itself until the course is there.
  await page.locator('.notice-good').waitFor();
  await page.click('[data-control="studio.course-page"]');
  expect(await page.locator('h1').textContent()).toContain('tides');

  const stranger = await site.open(options);
  await stranger.goto(urls.organisation('LakeUniversity'));
  expect(await stranger.locator('.card').count()).toBe(1);
  await stranger.goto(urls.courses());
  expect(await stranger.locator('main').textContent()).toContain('Lake University');
  await stranger.goto(invitation);
  expect(await stranger.locator('[data-control="studio.open"]').count()).toBe(0);
});

const looks: readonly BrowserContextOptions[] = [
  { colorScheme: 'light' },
  { colorScheme: 'dark', viewport: { width: 360, height: 740 } },
  { viewport: { width: 320, height: 640 } },
  { locale: 'ar-XB', viewport: { width: 360, height: 740 } },
];

const key = 'LakeUniversity';
/** Looked at in the dark too: what wears the organisation's colour, and what has most on it. */
const inTheDark = [urls.members(key), urls.roles(key), urls.aboutOrganisation(key), urls.organisation(key)];
const forChidi = [
  urls.studio(),
  urls.openOrganisation(),
  urls.studioOrganisation(key),
  urls.newCourse(key),
  urls.importCourse(key),
  urls.members(key),
  urls.leaveOrganisation(key),
  urls.roles(key),
  urls.aboutOrganisation(key),
  urls.hostName(key),
  urls.organisation(key),
];

it('each page is open to everybody: in light and dark, on narrow windows, from right to left, with long names', async () => {
  const faults: string[] = [];
  for (const look of looks) {
    const page = await site.signIn(chidi, look);
    await page.goto(urls.aboutOrganisation(key));
    await page.fill('[name=name]', `Lake University of ${'Donaudampfschifffahrt'.repeat(6)}`);
    await page.check('[name=hasAccent]');
    await page.fill('[name=accent]', '#ffd000');
    await page.click('[data-control="about.store"]');
    for (const address of look.colorScheme === 'dark' ? inTheDark : forChidi)
      faults.push(...(await faultsOf(page, address, look)));
    await page.context().close();
  }
  const desk = await site.signIn(dana, { viewport: { width: 320, height: 640 }, colorScheme: 'light' });
  faults.push(...(await faultsOf(desk, urls.adminOrganisations(), { colorScheme: 'light' })));
  expect(faults).toEqual([]);
});

/** What bars the way, where colours are looked at; and whether the page is wider than its window. */
async function faultsOf(page: Page, address: string, look: BrowserContextOptions): Promise<string[]> {
  await page.goto(address);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const barriers = look.colorScheme ? await findBarriers(page) : [];
  const found = wide > 0 ? [...barriers, `wider than the window by ${wide} pixels`] : barriers;
  return found.map((fault) => `${address}: ${fault}`);
}
