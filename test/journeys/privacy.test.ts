import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { urls } from '../../src/web/urls.ts';
import { findBarriers } from '../support/axe.ts';
import { demoCourse, type LearnerSite, openLearnerSite } from '../support/learner-site.ts';
import { readCopy, rowsIn } from '../support/read-copy.ts';
import { tabTo } from '../support/tab-to.ts';

let site: LearnerSite;
const copyFolder = path.join(tmpdir(), `mooc-copy-${process.pid}`);
beforeAll(async () => {
  site = await openLearnerSite();
});
afterAll(async () => {
  await site?.close();
  rmSync(copyFolder, { recursive: true, force: true });
});

const password = 'a walk along the river';

/** Goes to a control by the Tab key alone, and presses it. */
async function press(page: Page, control: string, key = 'Enter'): Promise<void> {
  await tabTo(page, `[data-control="${control}"]`);
  await page.keyboard.press(key);
}

const at = (page: Page, address: string) => page.waitForURL((url) => url.pathname === new URL(address, url).pathname);

it('Ada looks, downloads, corrects, objects, rests and is erased, with the keyboard and without a script', async () => {
  const ada = await site.person('Ada', demoCourse);
  const { page, complaints, close } = await site.window({ javaScriptEnabled: false, acceptDownloads: true }, ada);
  await page.goto(urls.outline(demoCourse));

  await page.goto(urls.myData());
  await page.locator('[data-control="my-data.kind"]', { hasText: 'Your learning' }).click();
  await at(page, urls.heldKind('learning'));
  expect(await page.getByText(demoCourse).count()).toBeGreaterThan(0);
  await press(page, 'breadcrumbs.step');
  await at(page, urls.myData());

  await press(page, 'my-data.copy');
  await at(page, urls.copyOfMyData());
  await tabTo(page, '[name=password]');
  await page.keyboard.type(password);
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'my-data.export')]);
  await download.saveAs(path.join(copyFolder, 'my-data.zip'));
  const copy = await readCopy(readFileSync(path.join(copyFolder, 'my-data.zip')));
  expect(rowsIn(copy, 'person')).toMatchObject([{ email: ada.email }]);
  expect(rowsIn(copy, 'enrolment')).toMatchObject([{ course_key: demoCourse }]);

  await page.goto(urls.correct());
  await press(page, 'correct.profile');
  await at(page, urls.profile());
  await page.fill('[name=occupation]', 'Ferrywoman');
  await press(page, 'profile.store');
  await page.locator('[role=status]').waitFor();
  await page.goto(urls.heldKind('profile'));
  expect(await page.getByText('Ferrywoman').count()).toBe(1);

  await page.goto(urls.useLimits());
  await press(page, 'my-data.object');
  await page.getByText('you object').waitFor();
  await press(page, 'my-data.rest');
  await page.locator('section.banner', { hasText: 'at rest' }).waitFor();
  expect((await page.goto(urls.outline(demoCourse)))?.status()).toBe(403);
  await press(page, 'at-rest.limits');
  await at(page, urls.useLimits());
  await press(page, 'my-data.rest');
  await page.locator('section.banner', { hasText: 'at rest' }).waitFor({ state: 'detached' });
  expect((await page.goto(urls.outline(demoCourse)))?.status()).toBe(200);

  await page.goto(urls.eraseMe());
  expect(await page.locator('.foretold').textContent()).toContain('This goes');
  await tabTo(page, '[name=sure]');
  await page.keyboard.press('Space');
  // The password was given a moment ago, so it is not asked for again.
  await press(page, 'my-data.erase-now');
  await page.locator('[data-control="my-data.stop-erasing"]').waitFor();
  await press(page, 'my-data.stop-erasing');
  await page.getByText('The erasure is stopped').waitFor();

  await page.goto(urls.myLedger());
  for (const line of ['A copy of your data was taken', 'You objected to', 'Your data were put to rest']) {
    expect(await page.getByText(line).count(), line).toBeGreaterThan(0);
  }
  // The course that was closed says so by its status.
  expect(complaints.filter((said) => !said.includes('403'))).toEqual([]);
  await close();
});

const looks: Readonly<Record<string, BrowserContextOptions>> = {
  'in the dark at 320 pixels': { viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
  'from right to left': { locale: 'ar-XB', viewport: { width: 360, height: 740 } },
};

it.each(Object.entries(looks))('the privacy centre is open to everybody %s', async (_look, options) => {
  const { page, complaints, close } = await site.window(options, await site.person('Ben', demoCourse));
  const held = ['learning', 'credential'].map(urls.heldKind);
  const centre = [urls.myData(), ...held, urls.myLedger(), urls.copyOfMyData(), urls.correct(), urls.useLimits()];
  for (const address of [...centre, urls.eraseMe()]) {
    await page.goto(address);
    expect(await findBarriers(page), address).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, `${address} goes over the edge`).toBeLessThanOrEqual(0);
  }
  await page.goto(urls.eraseMe());
  await page.click('[data-control="my-data.erase-now"]');
  expect(await findBarriers(page), 'after an error').toEqual([]);
  expect(complaints.filter((said) => !said.includes('422'))).toEqual([]);
  await close();
});
