import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { aCourse, writeCourseFolder } from '../../src/domains/exchange/testing.ts';
import { ensurePerson } from '../../src/domains/identity/index.ts';
import { openHouse } from '../../src/house.ts';
import { urls } from '../../src/web/urls.ts';
import { barriersOf, findBarriers } from '../support/axe.ts';
import { openBrowser } from '../support/browser.ts';
import { aDataFolder, aFreePort, type RunningMooc, runMooc, startMooc } from '../support/built-mooc.ts';
import { readCopy, rowsIn } from '../support/read-copy.ts';
import { tabTo } from '../support/tab-to.ts';

const dana = { email: 'dana@lake.example', name: 'Dana', password: 'a boat without a sail' };
const chidi = { email: 'chidi@lake.example', name: 'Chidi', password: 'a kite without a wind' };
const course = urls.course('course-v1:LakeU+Rivers+2031');
const about = '<h2>Why</h2><p>Because water moves.</p>';

let mooc: RunningMooc;
let browser: Browser;
let data: ReturnType<typeof aDataFolder>;

beforeAll(async () => {
  data = aDataFolder();
  const port = String(await aFreePort());
  const environment = { MOOC_DATA: data.folder, PORT: port, PATH: process.env.PATH ?? '' };
  mooc = await startMooc(environment);
  const source = aDataFolder();
  const folder = path.join(source.folder, 'course');
  writeCourseFolder(folder, aCourse({ files: { 'about/overview.html': about } }));
  const imported = await runMooc('mooc', ['import', folder, '--org', 'LakeU', '--publish'], environment);
  source.remove();
  expect(imported).toMatchObject({ code: 0 });
  const house = await openHouse(readConfig(environment), 'beside');
  await house.database.write('secure', async (w) => {
    await ensurePerson(w, { ...dana, isOperator: true });
    await ensurePerson(w, { ...chidi, isOperator: false });
  });
  await house.close();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await mooc?.end('SIGTERM');
  data?.remove();
});

/** A new window, with what its page complains of. */
async function open(options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ baseURL: mooc.address, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, complaints };
}

async function press(page: Page, control: string): Promise<void> {
  await tabTo(page, `[data-control="${control}"]`);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

async function type(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, `[name="${field}"]`);
  await page.keyboard.type(text);
}

async function signIn(page: Page, who: { email: string; password: string }): Promise<void> {
  await page.goto(urls.signIn());
  await page.fill('[name=email]', who.email);
  await page.fill('[name=password]', who.password);
  await page.click('[data-control="sign-in.send"]');
}

/** The link in the newest letter to an address, as Dana finds it in the outbox. */
async function linkFromOutbox(address: string): Promise<string> {
  const { page } = await open();
  await signIn(page, dana);
  await page.goto(urls.outbox());
  const letter = page.locator('article').filter({ hasText: address }).first();
  const link = await letter.locator('a[data-control="outbox.link"]').first().getAttribute('href');
  await page.context().close();
  return link ?? '';
}

describe('by the keyboard alone', () => {
  it('Ada makes an account, signs out, and comes in again', async () => {
    const { page, complaints } = await open({ timezoneId: 'Asia/Tokyo' });
    await page.goto(urls.home());
    await press(page, 'site.sign-up');
    await type(page, 'born', '1990');
    await press(page, 'sign-up.next');
    await type(page, 'name', 'Ada');
    await type(page, 'email', 'ada@lake');
    await type(page, 'password', 'a walk along the river');
    await press(page, 'sign-up.create');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('email');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('ada@lake.example');
    await type(page, 'password', 'a walk along the river');
    await press(page, 'sign-up.create');
    expect(new URL(page.url()).pathname).toBe(urls.signUpSent());

    await page.goto(await linkFromOutbox('ada@lake.example'));
    await type(page, 'password', 'a walk along the river');
    await press(page, 'sign-up.confirm');
    expect(new URL(page.url()).pathname).toBe(urls.courses());
    expect(await page.locator('.site-footer').textContent()).toContain('Asia/Tokyo');
    await press(page, 'site.account');
    await press(page, 'account.sign-out');
    expect(new URL(page.url()).pathname).toBe(urls.signOut());

    await page.goto(urls.signIn(course));
    await type(page, 'email', 'ada@lake.example');
    await type(page, 'password', 'a walk along the river');
    await Promise.all([page.waitForURL(`**${course}`), page.keyboard.press('Enter')]);
    expect(await page.locator('[data-control="course.enrol"]').count()).toBe(1);
    expect(complaints).toEqual([]);
  });
});

describe('without JavaScript', () => {
  it('Ben makes an account, forgets the password, and sets a new one by the letter', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(urls.signUp());
    await page.fill('[name=born]', '1985');
    await page.click('[data-control="sign-up.next"]');
    await page.fill('[name=name]', 'Ben');
    await page.fill('[name=email]', 'ben@lake.example');
    await page.fill('[name=password]', 'a stone under the bridge');
    await page.click('[data-control="sign-up.create"]');
    await page.goto(await linkFromOutbox('ben@lake.example'));
    await page.fill('[name=password]', 'a stone under the bridge');
    await page.click('[data-control="sign-up.confirm"]');
    await page.click('[data-control="site.account"]');
    await page.click('[data-control="account.sign-out"]');

    await page.goto(urls.signIn());
    await page.click('[data-control="sign-in.forgotten"]');
    await page.fill('[name=email]', 'ben@lake.example');
    await page.click('[data-control="forgotten.send"]');
    await page.goto(await linkFromOutbox('ben@lake.example'));
    await page.fill('[name=password]', 'another stone, another bridge');
    await page.click('[data-control="new-password.set"]');
    await page.click('[data-control="new-password.sign-in"]');
    await page.fill('[name=email]', 'ben@lake.example');
    await page.fill('[name=password]', 'another stone, another bridge');
    await page.click('[data-control="sign-in.send"]');
    await page.goto(urls.profile());
    await page.fill('[name=occupation]', 'Ferryman');
    await page.click('[data-control="profile.store"]');
    expect(await page.locator('[role=status]').count()).toBe(1);
  });

  it('opens the menu on a phone, and finds a course with a typing error', async () => {
    const { page } = await open({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    await page.goto(urls.home());
    expect(await page.locator('[data-control="site.courses"]').isVisible()).toBe(false);
    await page.click('.site-menu > summary');
    await page.click('[data-control="site.courses"]');
    await page.fill('#search-text', 'rvers and laeks');
    await page.click('[data-control="catalogue.search"]');
    expect(await page.locator('[data-control="course-card.open"]').textContent()).toBe('Rivers and Lakes');
  });
});

describe('with JavaScript', () => {
  it('the catalogue narrows without loading the page anew', async () => {
    const { page, complaints } = await open();
    await page.goto(urls.courses());
    await page.evaluate(() => document.body.setAttribute('data-same', 'yes'));
    await page.selectOption('#filter-start', 'later');
    await page.waitForSelector('#results .empty');
    expect(await page.evaluate(() => document.body.dataset.same)).toBe('yes');
    expect(new URL(page.url()).search).toBe('?start=later');
    expect(complaints).toEqual([]);
  });

  it('records which control was used after a yes, never what was typed, and nothing when the browser objects', async () => {
    const { page } = await open();
    await signIn(page, chidi);
    await page.goto(urls.home());
    await page.click('[data-control="banner.acknowledge"]');
    await search(page);
    await page.goto(urls.choices());
    await page.locator('[data-control="choices.allow"]').first().click();
    await page.waitForURL('**/choices?stored=yes');
    await search(page);
    await expect.poll(() => controlsUsed(page), { interval: 1000, timeout: 5000 }).toBe(1);

    const objecting = await open();
    await objecting.page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
    await signIn(objecting.page, chidi);
    await search(objecting.page);
    await search(page);
    await expect.poll(() => controlsUsed(page), { interval: 1000, timeout: 5000 }).toBe(2);
  });

  it('the browser checks a receipt by itself, and the receipt does not leave it', async () => {
    const { page, complaints } = await open();
    await signIn(page, dana);
    await page.goto(urls.myLedger());
    const link = await page.locator('[data-control="my-ledger.receipt"]').first().getAttribute('href');
    const receipt = await (await page.request.get(link ?? '')).text();
    await page.goto(urls.ledgerLog());
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.method()));
    const file = { name: 'receipt.json', mimeType: 'application/json', buffer: Buffer.from(receipt) };
    await page.setInputFiles('#receipt-file', file);
    await page.waitForSelector('[data-finding="sound"]:not([hidden])');
    expect(await page.locator('[data-word]:not([hidden])').count()).toBe(2);
    await page.fill('[name=receipt]', receipt.replace(/"version": "\d/, '"version": "3'));
    await page.click('[data-control="receipt.check"]');
    await page.waitForSelector('[data-finding="changed"]:not([hidden])');
    expect(sent.filter((method) => method !== 'GET')).toEqual([]);
    expect(complaints).toEqual([]);
  });

  async function search(page: Page): Promise<void> {
    await page.goto(urls.home());
    await page.fill('#search-text', 'my secret');
    await page.click('[data-control="catalogue.search"]');
    await page.waitForURL('**/courses?**');
  }

  /** How often the search button was used, as the person's own copy of their data has it. */
  async function controlsUsed(page: Page): Promise<number> {
    const answer = await page.request.post(urls.copyOfMyData(), {
      form: { password: chidi.password },
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    const copy = await readCopy(await answer.body());
    expect([...copy.values()].join('')).not.toContain('my secret');
    return rowsIn(copy, 'event').filter(({ data }) => JSON.stringify(data).includes('"catalogue.search"')).length;
  }
});

/** How a page is looked at, and by which rules. */
const looks: Readonly<Record<string, { options: BrowserContextOptions; rules: readonly string[] | 'all' }>> = {
  light: { options: { colorScheme: 'light' }, rules: 'all' },
  dark: { options: { colorScheme: 'dark' }, rules: barriersOf.dark },
  'on 320 pixels': { options: { viewport: { width: 320, height: 640 } }, rules: barriersOf.narrow },
  'in the pseudo-language': { options: { locale: 'en-XA' }, rules: barriersOf.words },
  'from right to left': { options: { locale: 'ar-XB', viewport: { width: 360, height: 740 } }, rules: 'all' },
};

const forAll = [
  urls.home(),
  urls.courses(),
  `${urls.courses()}?q=nothing+at+all`,
  course,
  urls.organisation('LakeU'),
  urls.document('privacy'),
  urls.document('terms'),
  urls.document('honor-code'),
  urls.cookies(),
  urls.ledgerLog(),
  urls.signUp(),
  urls.signIn(),
  urls.forgotten(),
  urls.newPassword('x'),
  urls.signedIn('/'),
  '/nowhere',
];
/** Dana has not taken note of the documents, so the banner is on each of her pages. */
const forMembers = [
  urls.account(),
  urls.profile(),
  urls.myData(),
  urls.myLedger(),
  urls.signOut(),
  urls.outbox(),
  course,
];

describe.each(Object.keys(looks))('each page is open to everybody: %s', (look) => {
  /** What is wrong with the page that is shown. */
  async function faultsOf(page: Page): Promise<string[]> {
    const faults = await findBarriers(page, looks[look]!.rules);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const words = await page.evaluate(() => document.documentElement.lang);
    if (wide > 0) faults.push(`wider than the window by ${wide} pixels`);
    const { locale } = looks[look]!.options;
    if (locale && locale !== words) faults.push(`in the language ${words}`);
    return faults;
  }

  it.each([
    ['strangers', forAll],
    ['Dana', forMembers],
  ] as const)('for %s', async (who, addresses) => {
    const { page, complaints } = await open(looks[look]!.options);
    if (who === 'Dana') await signIn(page, dana);
    const faults: Record<string, string[]> = {};
    for (const address of addresses) {
      await page.goto(address);
      const found = await faultsOf(page);
      if (found.length > 0) faults[address] = found;
    }
    if (who === 'strangers') {
      await page.goto(urls.signUp());
      await page.click('[data-control="sign-up.next"]');
      faults.errors = await faultsOf(page);
      await page.fill('[name=born]', '1990');
      await page.click('[data-control="sign-up.next"]');
      faults.details = await faultsOf(page);
    }
    expect(faults).toEqual(who === 'strangers' ? { errors: [], details: [] } : {});
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
