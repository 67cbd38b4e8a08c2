import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CookieKey, cookies, nameInBrowser } from '../../src/web/request/cookies.ts';
import { urls } from '../../src/web/urls.ts';
import { findBarriers } from '../support/axe.ts';
import { crawl } from '../support/crawl.ts';
import { demoCourse, type LearnerSite, openLearnerSite } from '../support/learner-site.ts';

/**
 * Before a yes, and without one, a browser is given nothing beyond the strictly necessary, and tells nobody anything: every
 * page that links lead to is opened, in each state that a reader can be in.
 */
let site: LearnerSite;
beforeAll(async () => {
  site = await openLearnerSite();
});
afterAll(() => site?.close());

const gpc: BrowserContextOptions = { extraHTTPHeaders: { 'sec-gpc': '1' } };
const dnt: BrowserContextOptions = { extraHTTPHeaders: { dnt: '1' } };

const yes = (page: Page) => answer(page, 'choices.allow');
const no = (page: Page) => answer(page, 'choices.refuse');
const back = (page: Page) => answer(page, 'choices.withdraw');

async function answer(page: Page, control: string): Promise<void> {
  await page.goto(urls.choices());
  await page.locator(`[aria-labelledby="choice-improve"] [data-control="${control}"]`).click();
  await page.waitForURL('**/choices?stored=yes');
}

type Act = (page: Page) => Promise<void>;

/** What is found by a learner of the demo course who took note of the documents and then did this. */
async function crawlAsLearner(options: BrowserContextOptions, does: readonly Act[], follows = (_: string) => true) {
  const { page, close } = await site.window(options, await site.person('Ada', demoCourse));
  await page.goto(urls.home());
  await page.click('[data-control="banner.acknowledge"]');
  for (const act of does) await act(page);
  const start = [urls.home(), urls.myCourses(), urls.outline(demoCourse), urls.account()];
  const found = await crawl(page, start, follows);
  await close();
  return found;
}

const nothing = { stored: [], requests: [], silentLinks: [] };
const necessary = (Object.keys(cookies) as CookieKey[]).map(nameInBrowser);

// All at once: on two cores that is twice as fast.
describe.concurrent('nothing is kept, and nobody is told anything', () => {
  it.each([
    ['who has not decided', {}],
    ['whose browser sends Global Privacy Control', gpc],
    ['whose browser sends Do Not Track', dnt],
  ])('of a visitor %s', async (_, options) => {
    const { page, close } = await site.window(options);
    const found = await crawl(page, [urls.home(), urls.choices(), urls.course(demoCourse)]);
    expect(found).toMatchObject({ ...nothing, cookies: [] });
    expect(found.pages).toEqual(
      expect.arrayContaining([urls.cookies(), urls.collected(), urls.build(), urls.signIn()]),
    );
    await close();
  });

  // What is open to everybody looks the same to them as to visitors.
  it.each([
    ['who has not decided', {}, []],
    ['who refused', {}, [no]],
    ['who said yes, with Global Privacy Control', gpc, [yes]],
    ['who said yes, with Do Not Track', dnt, [yes]],
    ['who took a yes back', {}, [yes, back]],
  ])('of a learner %s', async (_, options, does) => {
    const found = await crawlAsLearner(options, does, (path) => /^\/(learn|account|choices|cookies)\b/.test(path));
    expect(found).toMatchObject({ ...nothing, cookies: necessary });
    expect(found.pages.filter((path) => path.includes('/unit/')).length).toBeGreaterThan(5);
  });
});

describe('it would be found', () => {
  it('that a browser says what is used, after a yes', async () => {
    const found = await crawlAsLearner({}, [yes], () => false);
    expect(found).toMatchObject({ ...nothing, requests: [`POST ${urls.events()}`] });
  });

  it('that a page keeps or tells something', async () => {
    const { page, close } = await site.window();
    await page.route(`**${urls.cookies()}`, async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': _, ...headers } = response.headers();
      await route.fulfill({ headers, body: (await response.text()).replace('</main>', `${spy}</main>`) });
    });
    expect(await crawl(page, [urls.cookies()], () => false)).toMatchObject({
      cookies: ['spy'],
      stored: ['indexedDB spy', 'localStorage spy', 'sessionStorage spy'],
      requests: ['GET /fetched', 'POST /told', 'https://spy.example is told'],
      silentLinks: [`${urls.cookies()}: https://elsewhere.example/`],
    });
    await close();
  });
});

const spy = `<a href="https://elsewhere.example/">elsewhere</a><script>
  document.cookie = 'spy=1';
  localStorage.setItem('spy', '1');
  sessionStorage.setItem('spy', '1');
  indexedDB.open('spy');
  fetch('/fetched');
  navigator.sendBeacon('/told', 'x');
  new Image().src = 'https://spy.example/picture.gif';
</script>`;

it('the page of choices is open to everybody', async () => {
  const { page, close } = await site.window({ viewport: { width: 320, height: 640 } }, await site.person('Ben'));
  await yes(page);
  await page.click('details.said-yes > summary');
  expect(await findBarriers(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await close();
});
