import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { urls } from '../src/web/urls.ts';
import { demoCourse, openLearnerSite } from '../test/support/learner-site.ts';

/** Takes the README's pictures anew, of the demo course on a fresh site: `npm run build`, then `node tools/pictures.ts`. */
const folder = 'docs/pictures';
const desk = { viewport: { width: 1200, height: 800 }, colorScheme: 'light' } as const;
const phone = { viewport: { width: 390, height: 780 }, colorScheme: 'dark', deviceScaleFactor: 1.5 } as const;

const unit = (name: string) => urls.unit(demoCourse, `vertical@${name}`);

async function take(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}/${name}.png` });
}

async function answerOne(page: Page): Promise<void> {
  await page.goto(unit('check_pull'));
  const question = page.locator('form').filter({ hasText: 'When is the next high water' });
  await question.getByLabel('At about 18:25').check();
  await question.getByRole('button', { name: 'Submit' }).click();
  await page.getByText('Correct').first().waitFor();
}

const site = await openLearnerSite();
try {
  mkdirSync(folder, { recursive: true });
  const stranger = await site.window(desk);
  await take(stranger.page, urls.home(), 'home');
  await take(stranger.page, urls.course(demoCourse), 'course');
  const ada = await site.person('Ada', demoCourse);
  const { page } = await site.window(desk, ada);
  await page.getByRole('button', { name: 'I took note' }).click();
  await take(page, unit('what'), 'unit');
  await take(page, unit('two_bulges'), 'unit');
  await answerOne(page);
  await page.screenshot({ path: `${folder}/problem.png` });
  await take(page, urls.outline(demoCourse), 'outline');
  const small = await site.window(phone, ada);
  await take(small.page, unit('two_bulges'), 'phone-unit');
} finally {
  await site.close();
}
