import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensurePerson } from '../../src/domains/identity/index.ts';
import { urls } from '../../src/web/urls.ts';
import { findBarriers } from '../support/axe.ts';
import { aDataFolder, runMooc } from '../support/built-mooc.ts';
import { anImapServer, type ImapServer } from '../support/imap-server.ts';
import { linkIn, type MailedSite, openMailedSite } from '../support/mailed-site.ts';

const password = 'a boat without a sail';
const operators = ['dana@lake.example', 'eli@lake.example'] as const;

let site: MailedSite;
let imap: ImapServer;

beforeAll(async () => {
  imap = await anImapServer();
  imap.deliver(Buffer.from('From: Ben <ben@lake.example>\r\nSubject: My data\r\n\r\nWhat do you hold about me?\r\n'));
  site = await openMailedSite(
    async ({ database }) => {
      for (const email of operators)
        await database.write('secure', (w) => ensurePerson(w, { email, name: email, password, isOperator: true }));
    },
    { PRIVACY_MAILBOX: imap.url },
  );
});

afterAll(async () => {
  await site?.close();
  await imap?.close();
});

const asOperator = (email: string, options?: BrowserContextOptions) => site.signIn({ email, password }, options);
const main = (page: Page) => page.locator('main').textContent();

it('without JavaScript Ada asks by the form, and Ben by mail; both are answered, and replies come back', async () => {
  const ada = await site.open({ javaScriptEnabled: false });
  await ada.goto(urls.home());
  await ada.click('[data-control="footer.concerns"]');
  await ada.selectOption('[name=kind]', 'access');
  await ada.fill('[name=words]', 'Who looked at my answers?');
  await ada.fill('[name=email]', 'ada@lake');
  await ada.click('[data-control="concern.send"]');
  expect(await ada.locator('[role=alert] a').getAttribute('href')).toBe('#field-email');
  await ada.fill('[name=email]', 'ada@lake.example');
  await ada.click('[data-control="concern.send"]');
  await ada.goto(await site.linkMailedTo('ada@lake.example', 1));
  await ada.click('[data-control="concern.confirm"]');

  const dana = await asOperator(operators[0], { javaScriptEnabled: false });
  await dana.goto(urls.privacyDesk());
  // What lay in the mailbox was read when the site opened.
  expect(await dana.locator('[data-control="privacy.open"]').allTextContents()).toEqual([
    'A question: Ben',
    'See what is held about me: ada@lake.example',
  ]);
  await dana.click('[data-control="privacy.open"] >> nth=0');
  await dana.click('summary >> text=Ask who it is');
  await dana.click('[data-control="privacy.ask-identity"]');
  expect(await main(dana)).toContain('The clock stands still');
  const letter = await site.mailTo('ben@lake.example', 1);
  await ada.goto(linkIn(letter));
  await ada.click('[data-control="concern.identity"]');

  const mark = /\[#[a-z2-9]{10}\]/.exec(letter)![0];
  const letters = aDataFolder();
  const file = path.join(letters.folder, 'reply.eml');
  writeFileSync(file, `From: ben@lake.example\r\nSubject: Re: ${mark}\r\nMessage-ID: <1@x>\r\n\r\nIt was me.\r\n`);
  const taken = await runMooc('mooc', ['mail', 'privacy', file, '--json'], site.environment);
  letters.remove();
  expect(taken, taken.err).toMatchObject({ code: 0 });
  expect(JSON.parse(taken.out)).toEqual({ requests: 0, replies: 1, left: 0 });
  await dana.reload();
  expect(await main(dana)).toContain('It was me.');
  expect(await main(dana)).toContain('Identity shown');
});

it('a disclosure waits for Eli, too; a breach tells those whom it reached', async () => {
  const [dana, eli] = [await asOperator(operators[0]), await asOperator(operators[1])];
  await dana.goto(urls.newDisclosure());
  await dana.fill('[name=recipient]', 'Court of Lisbon');
  await dana.fill('[name=document]', '12/2026');
  await dana.fill('[name=why]', 'A claim');
  await dana.fill('[name=persons]', operators[1]);
  await dana.click('summary >> text=a person with an account, and their profile');
  await dana.check('[value="person.email"]');
  await dana.click('[data-control="disclosure.ask"]');
  const address = dana.url().replace('?done', '');
  await dana.click('[data-control="disclosure.approve"]');
  expect(await dana.locator('[data-control="disclosure.hand-over"]').count()).toBe(0);
  await eli.goto(address);
  await eli.click('[data-control="disclosure.approve"]');
  const [download] = await Promise.all([
    eli.waitForEvent('download'),
    eli.click('[data-control="disclosure.hand-over"]'),
  ]);
  expect(download.suggestedFilename()).toBe('disclosure.jsonl');
  expect(await site.mailTo(operators[1], 1)).toContain('Court of Lisbon');

  await dana.goto(urls.newBreach());
  await dana.fill('[name=title]', 'A backup lay open');
  await dana.fill('[name=what]', 'For a day');
  await dana.click('[data-control="breach.store"]');
  await dana.selectOption('[name=table]', 'person');
  await dana.click('[data-control="breach.choose-table"]');
  await dana.fill('[name=from]', '2026-01-01T00:00');
  await dana.fill('[name=to]', '2999-01-01T00:00');
  await dana.click('[data-control="breach.add-reach"]');
  // The four of the demo, too.
  expect(await main(dana)).toContain('6 persons');
  await dana.click('[data-control="breach.tell"]');
  expect(await main(dana)).toContain('6 persons were told');
});

const looks: Readonly<Record<string, BrowserContextOptions>> = {
  light: { colorScheme: 'light' },
  'dark, on 320 pixels, from right to left': {
    colorScheme: 'dark',
    locale: 'ar-XB',
    viewport: { width: 320, height: 640 },
  },
};

it.each(Object.keys(looks))('each page is open to everybody: %s', async (look) => {
  const page = await asOperator(operators[0], looks[look]!);
  const faults: Record<string, string[]> = {};
  const check = async (name: string) => {
    await page.locator('main details').evaluateAll((all) => {
      for (const details of all) details.setAttribute('open', '');
    });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    faults[name] = [...(await findBarriers(page)), ...(wide > 0 ? [`wider than the window by ${wide} pixels`] : [])];
  };
  const forms = [
    urls.confirmConcern('x'),
    urls.enterRequest(),
    urls.newDisclosure(),
    urls.newHold(),
    urls.holds(),
    urls.newBreach(),
  ];
  for (const address of look === 'light' ? [urls.concerns()] : [urls.concerns(), ...forms, urls.privacyTemplates()]) {
    await page.goto(address);
    await check(address);
  }
  for (const [list, control] of [
    [urls.privacyDesk(), 'privacy.open'],
    [urls.disclosures(), 'disclosure.open'],
    [urls.breaches(), 'breach.open'],
  ] as const) {
    await page.goto(list);
    await check(list);
    await page.click(`[data-control="${control}"]`);
    await check(control);
  }
  expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
});
