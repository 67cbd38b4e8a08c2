import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/web/urls.ts';
import { barriersOf, findBarriers } from '../support/axe.ts';
import { demoCourse, type LearnerSite, openLearnerSite } from '../support/learner-site.ts';
import { tabTo } from '../support/tab-to.ts';

let site: LearnerSite;
beforeAll(async () => {
  site = await openLearnerSite();
});
afterAll(() => site?.close());

const unit = (name: string) => urls.unit(demoCourse, `vertical@${name}`);
const problem = (page: Page, name: string) => page.locator(`#p-problem-${name}`);

/** Five problems of five types: what is wrong, and what is right. */
const quiz: readonly { name: string; wrong: (p: Locator) => Promise<void>; right: (p: Locator) => Promise<void> }[] = [
  {
    name: 'quiz_single',
    wrong: (p) => p.getByLabel('Because of the wind in the morning').check(),
    right: (p) => p.getByLabel('Because the water is drawn out').check(),
  },
  {
    name: 'quiz_several',
    wrong: (p) => p.getByLabel('First quarter').check(),
    right: async (p) => {
      await p.getByLabel('First quarter').uncheck();
      await p.getByLabel('New moon').check();
      await p.getByLabel('Full moon').check();
    },
  },
  {
    name: 'quiz_pick',
    wrong: async (p) => void (await p.locator('select').selectOption('flood')),
    right: async (p) => void (await p.locator('select').selectOption('ebb')),
  },
  {
    name: 'quiz_number',
    wrong: (p) => p.locator('input[type=text]').fill('50'),
    right: (p) => p.locator('input[type=text]').fill('25'),
  },
  {
    name: 'quiz_word',
    wrong: (p) => p.locator('input[type=text]').fill('spring'),
    right: (p) => p.locator('input[type=text]').fill(' Neap '),
  },
];

/** Sends the form and waits for the problem with its new mark. */
async function submit(page: Page, name: string, mark: 'correct' | 'incorrect' | 'partially-correct'): Promise<void> {
  await problem(page, name).locator('[data-control="problem.submit"]').click();
  await problem(page, name).locator(`.problem-input[data-mark="${mark}"]`).first().waitFor();
}

/** Before the first answer that counts the Honor Code is asked for; the answer is handed in with it. */
async function acceptHonorCode(page: Page, name: string, hasScript: boolean): Promise<void> {
  await problem(page, name).locator('[data-control="problem.submit"]').click();
  await page.locator('[data-control="honor-code.accept"]').waitFor();
  if (hasScript) expect(await findBarriers(page), 'the Honor Code').toEqual([]);
  await page.click('[data-control="honor-code.accept"]');
  await problem(page, name).locator('.problem-input[data-mark="incorrect"]').first().waitFor();
}

async function takeTheCourse(options: BrowserContextOptions): Promise<void> {
  const ada = await site.person('Ada');
  const { page, complaints, close } = await site.window(options, ada);

  await page.goto(urls.myCourses());
  await page.click('[data-control="my-courses.find"]');
  await page.goto(urls.course(demoCourse));
  await page.click(`form[action="${urls.enrol(demoCourse)}"] button`);
  await page.waitForURL((address) => address.pathname === urls.outline(demoCourse));
  await page.click('[data-control="outline.start"]');
  await page.waitForURL((address) => address.pathname === unit('what'));
  await page.click('[data-control="unit.next"]');
  await page.waitForURL((address) => address.pathname === unit('two_bulges'));

  await page.goto(unit('quiz'));
  for (const { name, wrong, right } of quiz) {
    await wrong(problem(page, name));
    if (name === 'quiz_single') await acceptHonorCode(page, name, options.javaScriptEnabled !== false);
    // One tick of four is right: the author gives part of the point for it.
    await submit(page, name, name === 'quiz_several' ? 'partially-correct' : 'incorrect');
    await right(problem(page, name));
    await submit(page, name, 'correct');
  }
  await page.click('[data-control="unit.bookmark-add"]');
  await page.locator('[data-control="unit.bookmark-remove"]').waitFor();

  await page.goto(urls.bookmarks(demoCourse));
  await page.click('[data-control="bookmarks.open"]');
  await page.waitForURL((address) => address.pathname === unit('quiz'));
  const quizStep = page.locator(`.unit-step[href="${unit('quiz')}"]`);
  expect(await quizStep.locator('.done-mark-full').count()).toBe(1);

  await page.goto(urls.courseSearch(demoCourse));
  await page.fill('[name=q]', 'harbours');
  await page.click('[data-control="course-search.find"]');
  await page.locator('[data-control="course-search.hit"]').first().waitFor();

  await page.goto(urls.outline(demoCourse));
  expect(await page.locator('.outline .done-mark-full').count()).toBe(3);
  await page.click('[data-control="outline.resume"]');
  await page.waitForURL((address) => address.pathname === unit('quiz'));

  await page.goto(unit('film'));
  await page.click('[data-control="unit.watched"]');
  await page.waitForURL((address) => address.pathname === unit('film'));
  expect(await page.locator('[data-control="unit.watched"]').count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
}

describe('a learner takes the course', () => {
  it('with JavaScript', async () => {
    await takeTheCourse({});
  });

  it('without JavaScript', async () => {
    await takeTheCourse({ javaScriptEnabled: false });
  });

  it('with the keyboard alone', async () => {
    const { page, complaints, close } = await site.window({}, await site.person('Ben', demoCourse));
    await page.goto(unit('check_springs'));
    await tabTo(page, '#p-problem-range_word input[type=text]');
    await page.keyboard.type('amplitude');
    await page.keyboard.press('Enter');
    await problem(page, 'range_word').locator('.problem-input[data-mark="incorrect"]').waitFor();
    expect(await page.locator('[role=status]').allTextContents()).toContain('Not correct yet.');
    // The focus stays in the problem, so that the next try is near.
    expect(await page.evaluate(() => document.activeElement?.closest('#p-problem-range_word') !== null)).toBe(true);
    await tabTo(page, '[data-control="unit.next"]');
    await page.keyboard.press('Enter');
    await page.waitForURL((address) => address.pathname === unit('twelfths'));
    expect(complaints).toEqual([]);
    await close();
  });

  it('puts an answer in its place without loading the page', async () => {
    const { page, close } = await site.window({}, await site.person('Ben', demoCourse));
    await page.goto(unit('check_springs'));
    let loads = 0;
    page.on('load', () => loads++);
    await problem(page, 'half_moon').locator('select').selectOption('Neap tides');
    await submit(page, 'half_moon', 'correct');
    await problem(page, 'half_moon').locator('[data-control="problem.show-answer"]').click();
    await page.getByText('the Sun’s pull works across the Moon’s').waitFor();
    expect(loads).toBe(0);
    await close();
  });
});

const places = {
  'my courses': urls.myCourses(),
  'the course': urls.outline(demoCourse),
  'a text': unit('two_bulges'),
  'a table': unit('springs_neaps'),
  problems: unit('quiz'),
  'a video': unit('film'),
  updates: urls.courseUpdates(demoCourse),
  handouts: urls.handouts(demoCourse),
  textbooks: urls.textbooks(demoCourse),
  'an extra page': urls.courseTab(demoCourse, 'words'),
  bookmarks: urls.bookmarks(demoCourse),
  search: `${urls.courseSearch(demoCourse)}?q=moon`,
};

const looks: Readonly<Record<string, { options: BrowserContextOptions; rules: readonly string[] | 'all' }>> = {
  'on a desk': { options: { viewport: { width: 1280, height: 900 } }, rules: 'all' },
  'in the dark': { options: { colorScheme: 'dark' }, rules: barriersOf.dark },
  'at 320 pixels': { options: { viewport: { width: 320, height: 640 } }, rules: barriersOf.narrow },
  'from right to left': {
    options: { locale: 'ar-XB', extraHTTPHeaders: { 'accept-language': 'ar-XB' } },
    rules: barriersOf.narrow,
  },
};

describe.each(Object.entries(looks))('free of barriers %s', (_look, { options, rules }) => {
  it('on every page of a learner', async () => {
    const { page, complaints, close } = await site.window(options, await site.person('Ada', demoCourse));
    for (const [name, address] of Object.entries(places)) {
      await page.goto(address);
      expect(await findBarriers(page, rules), name).toEqual([]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, `${name} goes over the edge`).toBeLessThanOrEqual(0);
    }
    await page.goto(unit('check_pull'));
    await problem(page, 'how_many').getByRole('radio').first().check();
    await submit(page, 'how_many', 'incorrect');
    expect(await findBarriers(page, rules), 'after an answer').toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

it('marks what only the team sees, and keeps it from learners', async () => {
  const { page, close } = await site.window({}, await site.person('Ben', demoCourse));
  const answer = await page.goto(unit('team'));
  expect(answer?.status()).toBe(403);
  expect(await page.content()).not.toContain('invented, and the text says so');
  await close();
});
