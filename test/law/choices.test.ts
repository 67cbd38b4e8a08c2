import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { aPerson, testPassword } from '../../src/domains/identity/testing.ts';
import { markdownToHtml } from '../../src/domains/outreach/index.ts';
import { wordsFor } from '../../src/web/i18n.ts';
import { renderAuthorHtml } from '../../src/web/learner/render/render-author-html.ts';
import { aPlace } from '../../src/web/learner/render/testing.ts';
import { markLeavingLinks } from '../../src/web/ui/leaving-links.ts';
import { urls } from '../../src/web/urls.ts';
import { aSiteApp, type SiteApp } from '../support/test-site-app.ts';
import { law } from './law.ts';

/** Cookies, consent, and what leaves the site. In a real browser: `test/journeys/choices.test.ts`. */
let app: SiteApp;
let cookie: string;
beforeAll(async () => {
  app = await aSiteApp();
  await aPerson(app.database, { email: 'ada@lake.example' });
  const browser = app.browser();
  await browser.post(urls.signIn(), { email: 'ada@lake.example', password: testPassword });
  await browser.post(urls.acknowledge());
  cookie = browser.cookie();
});
afterAll(() => app.close());

/** The site as a browser reaches it. */
type Ask = (address: string, init?: RequestInit) => Promise<Response>;

const site: Ask = async (address, init) => app.site.request(address, init);
const headers = () => ({ cookie, origin: 'https://mooc.test', 'sec-fetch-site': 'same-origin' });

async function choose(ask: Ask, answer: 'yes' | 'no'): Promise<void> {
  const body = new URLSearchParams({ use: 'improve', answer });
  await ask(urls.choices(), { method: 'POST', headers: headers(), body });
}

/** Until nothing waits: a flush may find another one under way. */
async function settle(): Promise<void> {
  while (app.powers.intake.counts().waiting > 0) await app.powers.intake.flush();
}

/** Whether a page that Ada opens is tied to her. */
async function isTied(ask: Ask, extra: Readonly<Record<string, string>> = {}): Promise<boolean> {
  await settle();
  await app.database.asOwner('truncate event, visit');
  await ask(urls.home(), { headers: { ...headers(), ...extra } });
  await settle();
  const [event] = await app.database.asOwner<{ person_id: string | null }>('select person_id from event');
  return event?.person_id !== null;
}

/** For the length of a test, a trigger that undoes what the database is told. */
async function spoil(table: 'consent' | 'stated_reason', when: 'insert' | 'update', what: string): Promise<void> {
  await app.database.asOwner(
    `create function spoil() returns trigger language plpgsql as $$ begin ${what}; return new; end $$`,
  );
  await app.database.asOwner(`create trigger spoil before ${when} on ${table} for each row execute function spoil()`);
  onTestFinished(() => app.database.asOwner('drop function spoil cascade').then(() => undefined));
}

law('P5 P2', 'what somebody does is tied to them by a yes of their own alone, and no longer once it is taken back', {
  whole: () => site,
  keeps: async (ask) => {
    await choose(ask, 'no');
    expect(await isTied(ask)).toBe(false);
    await choose(ask, 'yes');
    expect(await isTied(ask)).toBe(true);
    await choose(ask, 'no');
    expect(await isTied(ask)).toBe(false);
  },
  breaks: async (ask) => {
    await spoil('consent', 'update', 'new.withdrawn_at := null');
    return ask;
  },
});

law('P5 P7', 'a browser that objects is heeded at once, whatever its owner chose', {
  whole: () => site,
  keeps: async (ask) => {
    await choose(ask, 'yes');
    expect(await isTied(ask, { 'sec-gpc': '1' })).toBe(false);
    expect(await isTied(ask, { dnt: '1' })).toBe(false);
  },
  breaks: (ask) => (address, init) => {
    const sent = new Headers(init?.headers);
    sent.delete('dnt');
    return ask(address, { ...init, headers: sent });
  },
});

law('P9d P10d', 'a yes is kept with the very words that the page shows', {
  whole: () => site,
  keeps: async (ask) => {
    await choose(ask, 'no');
    await choose(ask, 'yes');
    const page = await (await ask(urls.choices(), { headers: headers() })).text();
    const shown = /<p id="words-improve"[^>]*>([^<]+)</.exec(page)?.[1];
    const kept = await app.database.asOwner('select shown, control from consent where withdrawn_at is null');
    expect(kept).toEqual([{ shown, control: 'choices.allow' }]);
  },
  breaks: async (ask) => {
    await spoil('consent', 'insert', "new.shown := 'yes'");
    return ask;
  },
});

const profile = {
  name: 'Ada',
  birthYear: '1990',
  gender: 'a woman',
  occupation: 'Ferrywoman',
  country: 'PT',
  language: 'en',
  timeZone: 'Europe/Lisbon',
};

law('P9d P4', 'beside each field of the profile stands why it is asked, and it is kept with the answer', {
  whole: () => site,
  keeps: async (ask) => {
    await app.database.asOwner('truncate stated_reason');
    await ask(urls.profile(), { method: 'POST', headers: headers(), body: new URLSearchParams(profile) });
    const page = await (await ask(urls.profile(), { headers: headers() })).text();
    const shown = page.match(/(?<=class="field-why"[^>]*>)[^<]+/g) ?? [];
    expect(shown).toHaveLength(Object.keys(profile).length);
    const kept = await app.database.asOwner<{ shown: string }>('select shown from stated_reason');
    expect(kept.map((row) => row.shown).sort()).toEqual([...shown].sort());
  },
  breaks: async (ask) => {
    await spoil('stated_reason', 'insert', "new.shown := 'because'");
    return ask;
  },
});

law('P7', 'no page sets a cookie for visitors, and each one set for others stands on the page about cookies', {
  whole: () => site,
  keeps: async (ask) => {
    for (const address of [urls.home(), urls.courses(), urls.choices(), urls.build(), urls.document('privacy')]) {
      expect((await ask(address)).headers.getSetCookie(), address).toEqual([]);
    }
    const told = (await (await ask(urls.cookies())).text()).match(/(?<=<code>)[^<]+/g);
    expect(told).toEqual([cookie.split('=')[0]]);
  },
  breaks: (ask) => async (address, init) => {
    const answer = await ask(address, init);
    answer.headers.append('set-cookie', 'seen=1');
    return answer;
  },
});

const authors = `<p><a href="https://elsewhere.example/page">a page</a></p>
  <iframe src="https://elsewhere.example/frame"></iframe><img src="https://elsewhere.example/pixel.gif" alt="a lake">`;

/** How what authors and operators write comes onto a page. */
interface Pens {
  readonly ofAuthor: (html: string) => Promise<string>;
  readonly ofOperator: (markdown: string) => string;
}

law('P12 P8', 'links of authors and operators that leave the site say so, and what is embedded waits for a click', {
  whole: (): Pens => ({
    ofAuthor: async (html) => (await renderAuthorHtml(html, aPlace())).html,
    ofOperator: (markdown) => markLeavingLinks(markdownToHtml(markdown), 'https://mooc.test', wordsFor('en')),
  }),
  keeps: async ({ ofAuthor, ofOperator }) => {
    const page = (await ofAuthor(authors)) + ofOperator('[a page](https://elsewhere.example/)');
    expect(page).not.toMatch(/<(?:iframe|img|script|video)[^>]*elsewhere\.example/);
    const links = page.match(/<a [^>]*elsewhere\.example[\s\S]*?<\/a>/g) ?? [];
    expect(links).toHaveLength(4);
    for (const link of links) expect(link).toMatch(/class="[^"]*leaves-site[\s\S]*\(leaves this site\)/);
  },
  breaks: (whole) => ({ ...whole, ofOperator: markdownToHtml }),
});
