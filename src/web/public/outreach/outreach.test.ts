import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aMailServer, type MailServer } from '../../../../test/support/mail-server.ts';
import { readCopy, rowsIn } from '../../../../test/support/read-copy.ts';
import { aSiteApp, type SiteApp } from '../../../../test/support/test-site-app.ts';
import { readConfig } from '../../../config.ts';
import { aPerson, testPassword } from '../../../domains/identity/testing.ts';
import {
  createMailingSender,
  draftMailing,
  editPage,
  findForm,
  scheduleMailing,
  setOpening,
} from '../../../domains/outreach/index.ts';
import { createMailTransport } from '../../../kernel/mail/index.ts';
import { parseXml } from '../../../kernel/xml/index.ts';
import { urls } from '../../urls.ts';
import { mailingWords } from './outreach-letters.ts';

let app: SiteApp;
let server: MailServer;
/** Put forward by a test; the clock goes on from there, since mailings wait for their turn by it. */
let now = new Date('2026-11-24T12:00:00Z');
const begun = Date.now();
const ada = {
  'institutions-name': 'Ada',
  'institutions-email': 'ada@lake.example',
  'institutions-organisation': 'Lake University',
  'institutions-plans': 'Three courses on water',
  'institutions-updates': 'yes',
};

beforeAll(async () => {
  server = await aMailServer();
  app = await aSiteApp({
    clock: () => new Date(now.getTime() + Date.now() - begun),
    mailings: (database) =>
      createMailingSender({
        database,
        transport: createMailTransport({ smtpUrl: server.url, from: 'mooc <no-reply@mooc.test>', dkim: null }),
        words: mailingWords(readConfig({ SITE_URL: 'https://mooc.test' })),
        perMinute: 60_000,
        onFailed: () => {},
      }),
  });
});
afterAll(async () => {
  await app.close();
  await server.close();
});
beforeEach(() => app.database.asOwner('truncate contact, mail, throttle, mailing cascade'));

/** The newest link in a letter to this address. */
async function linkTo(address: string): Promise<string> {
  const [mail] = await app.database.asOwner<{ body: string }>(
    'select body from mail where address = $1 order by id desc limit 1',
    [address],
  );
  return new URL(/https:\/\/\S+/.exec(mail!.body)![0]).pathname;
}

/** Fills in the form, opens the link of the letter and presses its button. @returns where their own sign-up is */
async function signUp(): Promise<string> {
  const browser = app.browser();
  await browser.post(urls.inquiry('institutions'), ada);
  const confirmed = await browser.post(await linkTo('ada@lake.example'));
  return new URL(confirmed.headers.get('location')!, 'https://mooc.test').pathname;
}

describe('the forms', () => {
  it('work without a cookie, and say at each field why it is asked', async () => {
    const browser = app.browser();
    const html = await (await browser.get(urls.build())).text();
    const form = (await findForm(app.database.read('provide'), 'teachers'))!;
    for (const { label, why } of form.fields.filter(({ isAsked }) => isAsked)) {
      expect(html).toContain(label);
      expect(html).toContain(why);
    }
    expect(html).toMatch(/name="teachers-updates"(?![^>]*checked)/);
    const sent = await browser.post(urls.inquiry('institutions'), ada);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, urls.inquirySent()]);
    // Opening the link of the letter changes nothing: mail programs open links too.
    const link = await linkTo('ada@lake.example');
    expect((await browser.get(link)).status).toBe(200);
    expect(await app.database.asOwner('select from inquiry where confirmed_at is null')).toHaveLength(1);
    const confirmed = await browser.post(link);
    const mine = await (await browser.get(confirmed.headers.get('location')!)).text();
    expect(mine).toContain('Three courses on water');
    expect(browser.cookie()).toBe('');
    expect((await browser.post(link)).status).toBe(404);
  });

  it('come back with what was typed and what is wrong, each fault at its field', async () => {
    const sent = { ...ada, 'institutions-email': 'ada', 'institutions-name': '<script>alert(1)</script>' };
    const page = await app.browser().post(urls.inquiry('institutions'), sent);
    const html = await page.text();
    expect(page.status).toBe(422);
    expect(html).toContain('Three courses on water');
    expect(html).toContain('href="#field-institutions-email"');
    expect(html).not.toContain('<script>alert');
    expect(html).toMatch(/<details[^>]*id="institutions"[^>]*open/);
  });

  it('say nothing to a program that fills in what nobody sees, and store nothing', async () => {
    const sent = await app.browser().post(urls.inquiry('institutions'), { ...ada, 'institutions-website': 'x' });
    expect(sent.headers.get('location')).toBe(urls.inquirySent());
    expect(await app.database.asOwner('select from contact')).toEqual([]);
  });

  it('take twenty of a thousand that come from one source in a minute', async () => {
    const browser = app.browser();
    const answers = await Promise.all(
      Array.from({ length: 1000 }, (_, i) =>
        browser.post(urls.inquiry('institutions'), { ...ada, 'institutions-email': `person${i}@lake.example` }),
      ),
    );
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([count(303), count(429)]).toEqual([20, 980]);
    expect(await app.database.asOwner('select from inquiry')).toHaveLength(20);
    expect(app.faults()).toBe('');
  });

  it('send no sixth letter to one address in a day, from wherever they come', async () => {
    for (let i = 0; i < 7; i++) {
      await app.database.asOwner("delete from throttle where what = 'inquiry-from'");
      await app.browser().post(urls.inquiry('institutions'), ada);
    }
    expect(await app.database.asOwner('select from mail')).toHaveLength(5);
  });

  it('refuse what is too large, what is a file, and a form that there is none of', async () => {
    const browser = app.browser();
    const huge = await browser.post(urls.inquiry('institutions'), {
      ...ada,
      'institutions-plans': 'x'.repeat(1_100_000),
    });
    expect(huge.status).toBe(413);
    const body = new FormData();
    for (const [name, value] of Object.entries(ada)) body.append(name, value);
    body.set('institutions-plans', new File([new Uint8Array([0, 1, 2, 255])], 'plans.bin'));
    const file = await app.site.request(urls.inquiry('institutions'), {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body,
    });
    expect(file.status).toBe(422);
    expect((await browser.post(urls.inquiry('nobody'), ada)).status).toBe(404);
  });
});

describe('one’s own sign-up', () => {
  it('shows, gives along, and erases, and leaves an account of the same address alone', async () => {
    const mine = await signUp();
    await aPerson(app.database, { email: 'ada@lake.example' });
    const browser = app.browser();
    const copy = await readCopy(await (await browser.post(`${mine}/export`)).bytes());
    expect(rowsIn(copy, 'inquiry')).toMatchObject([{ answers: { organisation: 'Lake University' } }]);
    expect(rowsIn(copy, 'contact_consent')).toMatchObject([{ withdrawn_at: null }]);
    expect(rowsIn(copy, 'person')).toEqual([]);
    expect((await browser.post(`${mine}/erase`)).status).toBe(422);
    expect(await (await browser.post(`${mine}/erase`, { sure: 'yes' })).text()).toContain(
      'somebody who filled in a form',
    );
    expect(await app.database.asOwner('select from contact')).toEqual([]);
    expect(await app.database.asOwner('select from person')).toHaveLength(1);
    expect((await browser.get(mine)).status).toBe(404);
  });

  it('is reached by the account of the same address, too', async () => {
    await signUp();
    const browser = app.browser();
    await browser.post(urls.signIn(), { email: 'ada@lake.example', password: testPassword });
    const copy = await readCopy(await (await browser.post(urls.copyOfMyData(), { password: testPassword })).bytes());
    expect(copy.get('data/inquiry.jsonl')).toContain('Three courses on water');
    await browser.post(urls.eraseMe(), { sure: 'yes' });
    await browser.post(await linkTo('ada@lake.example'), { do: 'now' });
    expect(await app.database.asOwner('select from contact')).toEqual([]);
    expect(await app.database.asOwner('select from person')).toEqual([]);
  });

  it('tells a stranger nothing about an address', async () => {
    await signUp();
    const ask = (email: string) => app.browser().post(urls.askForMySignUp(), { email });
    const answers = [await ask('ada@lake.example'), await ask('nobody@lake.example')];
    expect(answers.map(({ status, headers }) => [status, headers.get('location')])).toEqual([
      [303, urls.mySignUpAsked()],
      [303, urls.mySignUpAsked()],
    ]);
    expect(await (await app.browser().get(await linkTo('ada@lake.example'))).text()).toContain('ada@lake.example');
  });
});

describe('the end of mailings', () => {
  /** The address in the header that mail programs use. */
  async function stopLink(): Promise<string> {
    const { database } = app;
    const wording = { subject: 'We are open', body: 'Come in', audience: null };
    const drafted = await database.write('contact', (w) => draftMailing(w, wording));
    if (drafted.type === 'refused') throw new Error('refused');
    await database.write('contact', (w) => scheduleMailing(w, drafted.id, w.now()));
    await app.powers.mailings!.work();
    const { raw } = server.received.at(-1)!;
    return new URL(/^List-Unsubscribe: <([^>]+)>/m.exec(raw.replaceAll(/\r\n[ \t]+/g, ' '))![1]!).pathname;
  }
  const consents = () => app.database.asOwner('select withdrawn_by from contact_consent');

  it('takes one click of a mail program, which comes from nowhere; a look changes nothing', async () => {
    await signUp();
    const link = await stopLink();
    expect((await app.site.request(link)).status).toBe(200);
    expect(await consents()).toEqual([{ withdrawn_by: null }]);
    const click = await app.site.request(link, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(click.status).toBe(200);
    expect(await consents()).toEqual([{ withdrawn_by: 'one click' }]);
    expect(await (await app.site.request(link)).text()).toContain('Mailings have ended');
  });

  it('is the only address that takes a form from elsewhere', async () => {
    const elsewhere = { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } };
    expect((await app.site.request(urls.stopMailings('x'.repeat(43)), elsewhere)).status).toBe(404);
    for (const address of [
      urls.inquiry('teachers'),
      urls.askForMySignUp(),
      '/mail/stop/x/y',
      '/mail/stop/',
      urls.signIn(),
    ])
      expect((await app.site.request(address, elsewhere)).status, address).toBe(403);
  });
});

describe('press and information pages', () => {
  it('are there from the first day, in our own words', async () => {
    const browser = app.browser();
    for (const [address, words] of [
      [urls.infoPage('about'), 'Where it comes from'],
      [urls.infoPage('open-edx'), 'Open Learning XML'],
      [urls.press(), 'A place for everyone who teaches'],
      [urls.pressPage('build-and-host-courses'), 'For editors'],
    ] as const)
      expect(await (await browser.get(address)).text(), address).toContain(words);
    expect((await browser.get(urls.pressPage('about'))).status).toBe(404);
  });

  it('keep an embargo on page, list and feed, and show no markup of their writers', async () => {
    const later = new Date('2026-12-01T09:00:00Z');
    const page = {
      slug: 'big-news',
      kind: 'press',
      title: 'Big <news> & more',
      summary: 'Soon',
      body: '<img src=x onerror=alert(1)> [bad](javascript:alert(1)) **good**',
      published_at: later,
    } as const;
    await app.database.write('contact', (w) => editPage(w, page, 'new'));
    const read = async () => {
      const [shown, list, feed] = await Promise.all(
        [urls.pressPage('big-news'), urls.press(), urls.pressFeed()].map((address) => app.site.request(address)),
      );
      return { status: shown!.status, html: await shown!.text(), list: await list!.text(), feed: await feed!.text() };
    };
    const before = await read();
    expect(before.status).toBe(404);
    expect(before.list + before.feed).not.toContain('Big');
    now = later;
    const after = await read();
    expect(after.html).toContain('<strong>good</strong>');
    expect(after.html).not.toMatch(/<img|javascript:/);
    expect(after.list).toContain('Big &lt;news> &amp; more');
    expect(parseXml(after.feed)).toBeDefined();
    expect(after.feed).toContain('<published>2026-12-01T09:00:00.000Z</published>');
  });
});

describe('a site that is coming soon', () => {
  it('shows visitors the page with its date, the forms and the documents, and opens', async () => {
    const set = (isComingSoon: boolean) =>
      app.database.write('contact', (w) => setOpening(w, { isComingSoon, opensOn: '2027-03-01' }));
    await set(true);
    const { request } = app.site;
    const status = async (address: string) => (await request(address)).status;
    expect(await (await request(urls.home())).text()).toContain('March 1, 2027');
    for (const address of [urls.courses(), urls.signUp()]) expect(await status(address), address).toBe(302);
    for (const address of [urls.build(), urls.document('privacy'), urls.press(), urls.signIn()])
      expect(await status(address), address).toBe(200);
    await aPerson(app.database, { email: 'chidi@lake.example' });
    const chidi = app.browser();
    await chidi.post(urls.signIn(), { email: 'chidi@lake.example', password: testPassword });
    expect((await chidi.get(urls.courses())).status).toBe(200);
    await set(false);
    expect(await status(urls.courses())).toBe(200);
  });
});
