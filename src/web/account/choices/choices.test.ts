import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSiteApp, type SiteApp, type TestBrowser } from '../../../../test/support/test-site-app.ts';
import { aPerson, testPassword } from '../../../domains/identity/testing.ts';
import { consentUses } from '../../../domains/policy/index.ts';
import { terms } from '../../../domains/tracking/index.ts';
import { listTimedWork } from '../../../timed-work.ts';
import { controls } from '../../controls.ts';
import en from '../../messages/en.json' with { type: 'json' };
import { urls } from '../../urls.ts';

let app: SiteApp;
let ada: TestBrowser;
beforeAll(async () => {
  app = await aSiteApp();
  await aPerson(app.database, { email: 'ada@lake.example' });
  ada = app.browser();
  await ada.post(urls.signIn(), { email: 'ada@lake.example', password: testPassword });
  await ada.post(urls.acknowledge());
});
afterAll(() => app.close());

type Getting = Pick<TestBrowser, 'get'>;

/** The same session, in a browser that sends these headers. */
function withHeaders(headers: Readonly<Record<string, string>>, cookie: string): Getting {
  return { get: async (address) => app.site.request(address, { headers: { ...headers, cookie } }) };
}

const choose = (browser: TestBrowser, use: string, answer: string) => browser.post(urls.choices(), { use, answer });
const page = async (browser: Getting) => (await browser.get(urls.choices())).text();
/** Until nothing waits: a flush may find another one under way. */
async function settle(): Promise<void> {
  while (app.powers.intake.counts().waiting > 0) await app.powers.intake.flush();
}

/** What a visit to the home page leaves: events that are tied to the person, in their order, or to nobody. */
async function traceOf(browser: Getting): Promise<readonly string[]> {
  await settle();
  await app.database.asOwner('truncate event, visit');
  await browser.get(urls.home());
  await settle();
  const events = await app.database.asOwner<{ person_id: string | null; place: number | null }>('select * from event');
  return events.map(({ person_id, place }) => (person_id && place ? 'theirs' : 'nobody’s'));
}

describe('who has no account', () => {
  it('is told that there is nothing to choose, and is asked nothing', async () => {
    const stranger = app.browser();
    const html = await page(stranger);
    expect(html).toContain(en['choices.nothing']);
    expect(html).not.toContain('<form');
    expect((await choose(stranger, 'improve', 'yes')).headers.get('location')).toContain(urls.signIn());
  });

  it('reads and searches without any cookie, and gets none for trying to sign in', async () => {
    const stranger = app.browser();
    for (const address of [urls.home(), urls.courses(), urls.cookies(), urls.choices(), urls.build(), urls.signIn()]) {
      const answer = await stranger.get(address);
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []]);
    }
    await stranger.post(urls.signIn(), { email: 'ada@lake.example', password: 'wrong' });
    expect(stranger.cookie()).toBe('');
  });
});

describe('who has an account', () => {
  it('finds everything off; a yes holds from the next page on, and so does taking it back', async () => {
    expect(await page(ada)).not.toContain(en['choices.withdraw']);
    expect(await traceOf(ada)).toEqual(['nobody’s']);

    expect((await choose(ada, 'improve', 'no')).status).toBe(303);
    expect(await app.database.asOwner('select from consent')).toEqual([]);
    expect(await traceOf(ada)).toEqual(['nobody’s']);

    await choose(ada, 'improve', 'yes');
    expect(await traceOf(ada)).toEqual(['theirs']);
    expect(await (await ada.get(urls.home())).text()).toContain('/site/track.js');

    await choose(ada, 'improve', 'no');
    expect(await traceOf(ada)).toEqual(['nobody’s']);
    expect(await (await ada.get(urls.home())).text()).not.toContain('/site/track.js');
  });

  it('has what was recorded deleted once the yes is taken back, and what others did is left', async () => {
    await aPerson(app.database, { email: 'ben@lake.example' });
    const ben = app.browser();
    await ben.post(urls.signIn(), { email: 'ben@lake.example', password: testPassword });
    await ben.post(urls.acknowledge());
    await settle();
    await app.database.asOwner('truncate event, visit');
    for (const browser of [ada, ben]) {
      await choose(browser, 'improve', 'yes');
      await browser.get(urls.home());
    }
    await choose(ada, 'improve', 'no');
    await settle();
    const held = () =>
      app.database.asOwner<{ email: string }>(
        'select distinct email from person join event on event.person_id = person.id order by 1',
      );
    expect(await held()).toHaveLength(2);
    const forgetting = listTimedWork(app.database, null).find(({ name }) => name.startsWith('forget what a yes'));
    expect(await forgetting!.run()).toBe(1);
    expect(await held()).toEqual([{ email: 'ben@lake.example' }]);
    expect(await forgetting!.run()).toBe(0);
    await choose(ben, 'improve', 'no');
  });

  it('can say no where and as they can say yes', async () => {
    const html = await page(ada);
    const [yes, no] = ['choices.allow', 'choices.refuse'].map(
      (control) => new RegExp(`<button [^>]*class="([^"]+)"[^>]*data-control="${control}"`).exec(html)?.[1],
    );
    expect(yes).toBeTruthy();
    expect(no).toBe(yes);
  });

  it('is kept a yes with the exact words, their version, the control and the time', async () => {
    const shown = /<p id="words-improve"[^>]*>([^<]+)</.exec(await page(ada))?.[1];
    await choose(ada, 'improve', 'yes');
    const { version } = app.powers.documents.currentDocument('privacy', new Date());
    expect(
      await app.database.asOwner(
        'select shown, wording, version, control, given_at from consent where withdrawn_at is null',
      ),
    ).toEqual([{ shown, wording: 1, version, control: 'choices.allow', given_at: expect.any(Date) }]);
    expect(await page(ada)).toContain(`<q>${shown}</q>`);
    await choose(ada, 'improve', 'no');
  });

  it('gets mailings by the account’s address, and ends them', async () => {
    const standing = () =>
      app.database.asOwner(
        `select email, shown, control, confirmed_at is not null as confirmed from contact
         join contact_consent on contact_id = contact.id where withdrawn_at is null`,
      );
    await choose(ada, 'mailings', 'yes');
    await choose(ada, 'mailings', 'yes');
    const yes = { shown: en['choices.mailings.words'], control: 'choices.allow', confirmed: true };
    expect(await standing()).toEqual([{ email: 'ada@lake.example', ...yes }]);
    await choose(ada, 'mailings', 'no');
    expect(await standing()).toEqual([]);
    const noted = await app.database.asOwner<{ choice: string }>(
      `select said ->> 'choice' as choice from ledger_entry where said ->> 'use' = 'mailings' order by id`,
    );
    expect(noted.map(({ choice }) => choice)).toEqual(['given', 'withdrawn']);
  });

  it('sees where an objection counts for more than a yes', async () => {
    expect(await page(ada)).not.toContain(en['choices.objected']);
    await ada.post(urls.object(), { use: 'contact', objects: 'yes' });
    await choose(ada, 'mailings', 'yes');
    expect((await page(ada)).split(en['choices.objected'])).toHaveLength(2);
    await choose(ada, 'mailings', 'no');
    await ada.post(urls.object(), { use: 'contact', objects: 'no' });
  });

  it('is refused what is no choice', async () => {
    expect((await choose(ada, 'advertising', 'yes')).status).toBe(404);
    expect((await choose(ada, 'improve', 'perhaps')).status).toBe(404);
  });
});

describe('a browser that objects', () => {
  it.each([
    ['Global Privacy Control', { 'sec-gpc': '1' }],
    ['Do Not Track', { dnt: '1' }],
  ])('by %s is heeded at once, whatever was chosen, and the page says so', async (name, headers) => {
    await choose(ada, 'improve', 'yes');
    const browser = withHeaders(headers, ada.cookie());
    expect(await traceOf(browser)).toEqual(['nobody’s']);
    expect(await (await browser.get(urls.home())).text()).not.toContain('/site/track.js');
    for (const who of [browser, withHeaders(headers, '')]) {
      const html = await page(who);
      expect(html).toContain(en['choices.objection']);
      expect(html).toContain(name);
    }
    expect(await traceOf(ada)).toEqual(['theirs']);
  });

  it('learns that the site heeds it', async () => {
    const answer = await app.browser().get('/.well-known/gpc.json');
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await answer.json()).toEqual({ gpc: true, lastUpdate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
  });
});

describe('the words of a use', () => {
  it('say the terms that the software keeps', () => {
    const words = en['choices.improve.words'];
    expect(words).toContain(`after ${terms.event_days} days`);
    expect(words).toContain(`for ${terms.visit_days} days`);
    expect(words).toContain(`whole for ${terms.wholeAddress_days} days`);
  });

  it('are those of the version that is declared: whoever changes them counts it up', () => {
    const wordings = Object.entries(consentUses).map(([use, { wording }]) => {
      return `${use} ${wording}: ${en[`choices.${use as keyof typeof consentUses}.words`]}`;
    });
    expect(wordings).toMatchInlineSnapshot(`
      [
        "improve 1: Record under my account which pages I open, in which order and when, which links and buttons I use, how I answer problems and how I play videos, to make the courses and this site better. This is deleted after 730 days. With each visit go the kind of my browser and system, for 180 days, and my internet address, whole for 30 days.",
        "mailings 1: Write to me when there is news about building and hosting courses here.",
      ]
    `);
  });

  it('are asked for by declared controls, and rest on a clause of the policy', () => {
    const { clauses } = app.powers.documents.currentDocument('privacy', new Date());
    for (const { askedBy, clause } of Object.values(consentUses)) {
      expect(controls).toEqual(expect.arrayContaining([...askedBy]));
      expect(clauses.map(({ id }) => id)).toContain(clause);
    }
  });
});

it('shows every cookie that there is, made from the list that sets them', async () => {
  const html = await (await app.browser().get(urls.cookies())).text();
  const set = ada.cookie().split('; ');
  expect(html.match(/(?<=<code>)[^<]+/g)).toEqual(set.map((pair) => pair.split('=')[0]));
});
