import { afterAll, beforeAll, expect } from 'vitest';
import { enrol } from '../../src/domains/enrolment/index.ts';
import { limits, register, takeTurn } from '../../src/domains/identity/index.ts';
import { aPerson, plainLetters, testPassword } from '../../src/domains/identity/testing.ts';
import { block, numberProblem, oneUnit, publishCourse, testCourse } from '../../src/domains/learning/testing.ts';
import { checkReady } from '../../src/domains/ops/index.ts';
import { openDatabase } from '../../src/kernel/database/index.ts';
import { createLog } from '../../src/kernel/log/log.ts';
import { renderAuthorHtml } from '../../src/web/learner/render/render-author-html.ts';
import { aPlace } from '../../src/web/learner/render/testing.ts';
import { urls } from '../../src/web/urls.ts';
import { testSite } from '../support/test-site.ts';
import { aSiteApp, type SiteApp } from '../support/test-site-app.ts';
import { law } from './law.ts';

/** What the documents promise of the site's pages. */
let app: SiteApp;
let cookie: string;
let people = 0;
beforeAll(async () => {
  app = await aSiteApp();
  await publishCourse(app.database, oneUnit([block('problem', 'sum', {}, numberProblem)]));
  await aPerson(app.database, { email: 'ada@lake.example', name: 'Ada Lovelace' });
  const browser = app.browser();
  await browser.post(urls.signIn(), { email: 'ada@lake.example', password: testPassword });
  cookie = browser.cookie();
});
afterAll(() => app.close());

/** A page as a visitor, or Ada, gets it. */
type Ask = (address: string, who?: 'visitor' | 'ada') => Promise<{ readonly status: number; readonly html: string }>;

const ask: Ask = async (address, who = 'visitor') => {
  const answer = await app.site.request(address, who === 'ada' ? { headers: { cookie } } : {});
  return { status: answer.status, html: await answer.text() };
};

/** The same pages, changed on their way out. */
function changed(change: (html: string) => string | Promise<string>): Ask {
  return async (address, who) => {
    const { status, html } = await ask(address, who);
    return { status, html: await change(html) };
  };
}

const publicPages = [urls.home(), urls.courses(), urls.course(testCourse), urls.build(), urls.collected()];

law('P4', 'each field about a person says why it is asked, and no address holds a name', {
  whole: () => ask,
  keeps: async (get) => {
    const { html } = await get(urls.profile(), 'ada');
    const fields = html.match(/<(?:input|select|textarea)\b[^>]*\bname="(?!next)[^>]*>/g) ?? [];
    const shown = fields.filter((field) => !field.includes('type="hidden"'));
    expect(shown.length).toBeGreaterThan(4);
    for (const field of shown) {
      const why = /aria-describedby="([^" ]*-why)/.exec(field)?.[1] ?? 'no reason';
      expect(html).toContain(`id="${why}"`);
    }
    const addresses = [...html.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.join()).not.toMatch(/lovelace|ada@lake|ada%40lake/i);
  },
  breaks: () => changed((html) => html.replaceAll('-why', '')),
});

law('P11', 'no public page tells whether any one person takes a course', {
  whole: () => ask,
  keeps: async (get) => {
    const pages = async () => (await Promise.all(publicPages.map((address) => get(address)))).map(({ html }) => html);
    const without = await pages();
    const id = await aPerson(app.database, { email: `one${++people}@lake.example` });
    const terms = { courseKey: testCourse, opens_at: null, closes_at: null, isInvitationOnly: false, capacity: null };
    await app.database.write('provide', (w) => enrol(w, id, terms));
    expect(await pages()).toEqual(without);
  },
  breaks: () =>
    changed(async (html) => {
      const [row] = await app.database.asOwner<{ count: string }>('select count(*) as count from enrolment');
      return `${html}<p>${row?.count} people take courses here</p>`;
    }),
});

law('P9c T4', 'attempts are counted, refused when there are too many, and nobody is named by the counts', {
  whole: () => (who: string) => app.database.write('secure', (w) => takeTurn(w, { what: 'password', who })),
  keeps: async (attempt) => {
    const who = `somebody${++people}@lake.example`;
    const turns = [];
    for (let tries = 0; tries <= limits.password.most; tries++) turns.push((await attempt(who)).type);
    expect(turns.filter((turn) => turn === 'granted')).toHaveLength(limits.password.most);
    const counts = await app.database.asOwner('select from throttle t where strpos(t::text, $1) > 0', [who]);
    expect(counts).toEqual([]);
  },
  breaks: (attempt) => (who) => attempt(`${who} ${Math.random()}`),
});

law('P9c', 'what is logged of a fault holds no name, address or answer', {
  whole: () => createLog,
  keeps: (make) => {
    let said = '';
    const write = (text: string) => {
      said += text;
    };
    const log = make({ write, now: () => new Date(0) });
    log.fault('a letter could not be sent', new Error('no mailbox ada@lake.example for Ada Lovelace'));
    expect(said).toContain('a letter could not be sent');
    expect(said).not.toMatch(/lake\.example|Lovelace/);
  },
  breaks: () => (options) => {
    const log = createLog(options);
    return { ...log, fault: (message, error) => options.write(`${message}: ${error}\n`) };
  },
});

law('P4 T2', 'who is too young gets no account, and nothing that they entered stays', {
  whole: () => app.powers.config.minimumAge_years,
  keeps: async (minimumAge_years) => {
    const email = `young${++people}@lake.example`;
    const birthYear = new Date().getUTCFullYear() - 10;
    const form = { email, name: 'Yin', password: 'a walk along the river', birthYear, language: null, timeZone: null };
    const site = { letters: plainLetters, minimumAge_years };
    const registration = await app.database.write('secure', (w) => register(w, form, site));
    expect(registration).toEqual({ type: 'refused', because: 'too-young' });
    expect(await app.database.asOwner('select from person where email = $1', [email])).toEqual([]);
    expect(await app.database.asOwner('select from mail where address = $1', [email])).toEqual([]);
  },
  breaks: () => 0,
});

law('T1', 'the page of a course names the organisation that offers it', {
  whole: () => ask,
  keeps: async (get) => {
    const { html } = await get(urls.course(testCourse));
    expect(html).toMatch(new RegExp(`href="${urls.organisation('LakeU')}"[^>]*data-control="course.organisation"`));
  },
  breaks: () => changed((html) => html.replaceAll(urls.organisation('LakeU'), '')),
});

law('T3', 'what is public is read without an account and without a cookie', {
  whole: () => ask,
  keeps: async (get) => {
    for (const address of [...publicPages, urls.document('terms')])
      expect((await get(address)).status, address).toBe(200);
  },
  breaks: () => (address) => ask(address === urls.courses() ? urls.myCourses() : address),
});

law('T6 P8', 'what authors write follows nobody: no script, picture or form of theirs reaches another site', {
  whole: () => async (html: string) => (await renderAuthorHtml(html, aPlace())).html,
  keeps: async (render) => {
    const pixel = '<img src="https://count.example/1.gif"><script src="https://count.example/a.js"></script>';
    const form = '<form action="https://count.example/"><input name="q"></form>';
    const html = await render(`<p onclick="track()">words</p>${pixel}${form}`);
    expect(html).toContain('words');
    expect(html).not.toMatch(/<(?:script|form)|onclick|(?:src|action)="https:\/\/count/);
  },
  breaks: () => async (html) => html,
});

law('T9', 'whoever watches over the site is told when it can not serve', {
  whole: () => checkReady,
  keeps: async (check) => {
    expect(await check(app.database.read('provide'))).toEqual({ type: 'ready' });
    const gone = openDatabase({
      address: { host: '/nowhere', user: 'nobody', database: 'none' },
      site: testSite,
      clock: () => new Date(),
      switchboard: app.database.switchboard,
      onEffectFailed: () => {},
    });
    expect(await check(gone.read('provide'))).toMatchObject({ type: 'not-ready' });
    await gone.close();
  },
  breaks: () => async () => ({ type: 'ready' }) as const,
});

law('T10 P2', 'whoever wants to leave finds the way to take all along and to close the account', {
  whole: () => ask,
  keeps: async (get) => {
    const { html } = await get(urls.disagree(), 'ada');
    expect(html).toContain(`href="${urls.myData()}"`);
    expect((await get(urls.myData(), 'ada')).status).toBe(200);
  },
  breaks: () => changed((html) => html.replaceAll(urls.myData(), '')),
});
