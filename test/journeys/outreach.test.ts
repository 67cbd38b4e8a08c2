import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensurePerson } from '../../src/domains/identity/index.ts';
import { urls } from '../../src/web/urls.ts';
import { barriersOf, findBarriers } from '../support/axe.ts';
import { type MailedSite, openMailedSite } from '../support/mailed-site.ts';

const dana = { email: 'dana@lake.example', name: 'Dana', password: 'a boat without a sail' };

let site: MailedSite;

beforeAll(async () => {
  site = await openMailedSite((house) =>
    house.database.write('secure', (w) => ensurePerson(w, { ...dana, isOperator: true })),
  );
});
afterAll(() => site?.close());

describe('without JavaScript', () => {
  it('Chidi goes from the form to a confirmed mail, is answered and invited', async () => {
    const page = await site.open({ javaScriptEnabled: false });
    await page.goto(urls.home());
    await page.click('[data-control="home.build"]');
    await page.click('#teachers > summary');
    await page.fill('[name=teachers-name]', 'Chidi');
    await page.fill('[name=teachers-email]', 'chidi@lake');
    await page.fill('[name=teachers-teaches]', 'Physics');
    await page.fill('[name=teachers-plans]', 'A course on rivers');
    await page.check('[name=teachers-updates]');
    await page.click('#teachers [data-control="build.send"]');
    expect(await page.locator('[role=alert] a').getAttribute('href')).toBe('#field-teachers-email');
    await page.fill('[name=teachers-email]', 'chidi@lake.example');
    await page.click('#teachers [data-control="build.send"]');
    expect(new URL(page.url()).pathname).toBe(urls.inquirySent());

    const desk = await site.signIn(dana, { javaScriptEnabled: false });
    await desk.goto(urls.desk());
    expect(await desk.locator('[data-control="desk.open"]').count()).toBe(0);
    await page.goto(await site.linkMailedTo('chidi@lake.example', 1));
    await page.click('[data-control="build.confirm"]');
    expect(await page.locator('main').textContent()).toContain('A course on rivers');

    await desk.click('[data-control="desk.inquiries"]');
    await desk.click('[data-control="desk.open"]');
    await desk.fill('[name=tags]', 'physics');
    await desk.click('[data-control="desk.sort"]');
    await desk.click('[data-control="desk.use-template"] >> nth=1');
    await desk.click('[data-control="desk.reply"]');
    await desk.click('[data-control="desk.invite"]');
    await page.goto(await site.linkMailedTo('chidi@lake.example', 3));
    // What follows from here is `host.test.ts`.
    expect(await page.locator('main').textContent()).toContain('Physics');
  });

  it('Dana closes the site until it opens, and writes to those who asked', async () => {
    const desk = await site.signIn(dana, { javaScriptEnabled: false });
    await desk.goto(urls.opening());
    await desk.check('[name=isComingSoon]');
    await desk.fill('[name=opensOn]', '2027-03-01');
    await desk.click('[data-control="opening.store"]');
    const page = await site.open({ javaScriptEnabled: false });
    await page.goto(urls.courses());
    expect(await page.locator('main').textContent()).toContain('March 1, 2027');
    await page.click('[data-control="soon.build"]');
    expect(new URL(page.url()).pathname).toBe(urls.build());

    await desk.uncheck('[name=isComingSoon]');
    await desk.click('[data-control="opening.store"]');
    await desk.click('[data-control="opening.mailing"]');
    await desk.click('[data-control="mailings.test"]');
    expect(site.mail.received.at(-1)!.to).toBe(dana.email);
    await page.goto(urls.courses());
    expect(new URL(page.url()).pathname).toBe(urls.courses());
  });
});

/** How a page is looked at, and by which rules. */
const looks: Readonly<Record<string, { options: BrowserContextOptions; rules: readonly string[] | 'all' }>> = {
  light: { options: { colorScheme: 'light' }, rules: 'all' },
  dark: { options: { colorScheme: 'dark' }, rules: barriersOf.dark },
  'on 320 pixels': { options: { viewport: { width: 320, height: 640 } }, rules: barriersOf.narrow },
  'from right to left': {
    options: { locale: 'ar-XB', viewport: { width: 360, height: 740 } },
    rules: barriersOf.narrow,
  },
};

const forAll = [
  urls.build(),
  urls.inquirySent(),
  urls.askForMySignUp(),
  urls.confirmInquiry('x'),
  urls.press(),
  urls.pressPage('build-and-host-courses'),
  urls.infoPage('about'),
  urls.infoPage('open-edx'),
  urls.stopMailings('x'),
];
const forDana = [
  urls.desk(),
  urls.deskForms(),
  urls.deskForm('teachers'),
  urls.replyTemplates(),
  urls.mailings(),
  urls.deskPages(),
  urls.deskPage('about'),
  urls.opening(),
];

describe.each(Object.keys(looks))('each page is open to everybody: %s', (look) => {
  async function faultsOf(page: Page): Promise<string[]> {
    const faults = await findBarriers(page, looks[look]!.rules);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    return wide > 0 ? [...faults, `wider than the window by ${wide} pixels`] : faults;
  }

  it('for strangers and for Dana, an inquiry and a mailing too', async () => {
    const faults: Record<string, string[]> = {};
    const { options } = looks[look]!;
    for (const [page, addresses] of [
      [await site.open(options), forAll],
      [await site.signIn(dana, options), forDana],
    ] as const) {
      for (const address of addresses) {
        await page.goto(address);
        if (address === urls.build()) await page.click('#institutions > summary');
        faults[address] = await faultsOf(page);
      }
      if (addresses === forDana) {
        for (const [list, control] of [
          [urls.desk(), 'desk.open'],
          [urls.mailings(), 'mailings.open'],
        ] as const) {
          await page.goto(list);
          await page.click(`[data-control="${control}"]`);
          faults[control] = await faultsOf(page);
        }
      }
      await page.context().close();
    }
    expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
  });
});
