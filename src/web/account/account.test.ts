import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSiteApp, type SiteApp, type TestBrowser } from '../../../test/support/test-site-app.ts';
import { limits, takeTurn } from '../../domains/identity/index.ts';
import { aPerson, testPassword } from '../../domains/identity/testing.ts';
import { listOutbox } from '../../kernel/mail/index.ts';
import { urls } from '../urls.ts';

let app: SiteApp;
beforeAll(async () => {
  app = await aSiteApp();
});
afterAll(() => app.close());

const policyVersion = () => app.powers.documents.currentDocument('privacy', new Date()).version;

function details(over: Readonly<Record<string, string>> = {}) {
  const version = policyVersion();
  return {
    born: '1990',
    name: 'Ada',
    email: 'ada@lake.example',
    password: testPassword,
    timeZone: 'Europe/Lisbon',
    privacy: version,
    terms: version,
    ...over,
  };
}

/** The path of the link in the newest letter to an address. */
async function linkTo(address: string): Promise<string> {
  const letters = await listOutbox(app.database.read('contact'));
  const text = letters.find((letter) => letter.address === address)?.text ?? '';
  return new URL(/https:\S+/.exec(text)?.[0] ?? '').pathname;
}

async function signedIn(email: string): Promise<TestBrowser> {
  const browser = app.browser();
  await browser.post(urls.signIn(), { email, password: testPassword });
  return browser;
}

describe('making an account', () => {
  it('asks the year alone first, and keeps neither it nor the form of who is too young', async () => {
    const browser = app.browser();
    const first = await (await browser.get(urls.signUp())).text();
    expect(first).toContain('name="born"');
    expect(first).not.toContain('name="email"');
    const second = await browser.post(urls.signUp(), { born: '2020' });
    expect(await second.text()).toContain('name="email"');

    const refused = await browser.post(urls.signUpDetails(), details({ born: '2020', email: 'kid@lake.example' }));
    expect(refused.status).toBe(403);
    const [row] = await app.database.asOwner<{ persons: string }>(
      "select count(*) as persons from person where email = 'kid@lake.example'",
    );
    expect(row?.persons).toBe('0');
  });

  it('opens by the mailed link and the password alone, records the version, and keeps the zone of the browser', async () => {
    const browser = app.browser();
    const sent = await browser.post(urls.signUpDetails(), details());
    expect(sent.headers.get('location')).toBe(urls.signUpSent());
    const early = await browser.post(urls.signIn(), { email: 'ada@lake.example', password: testPassword });
    expect(early.status).toBe(422);

    const link = await linkTo('ada@lake.example');
    expect((await browser.get(link)).status).toBe(200);
    expect(browser.cookie()).toBe('');
    expect((await browser.post(link, { password: 'of somebody else' })).status).toBe(422);
    const opened = await browser.post(link, { password: testPassword });
    expect(opened.status).toBe(303);
    expect(opened.headers.getSetCookie()[0]).toMatch(
      /^__Host-mooc=[\w-]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const page = await (await browser.get(urls.account())).text();
    expect(page).toContain('ada@lake.example');
    expect(page).toContain('Europe/Lisbon');
    expect(page).not.toContain(urls.acknowledge());

    const rows = await app.database.asOwner<{ document: string; version: string; occasion: string }>(
      'select document, version, occasion from acknowledgement order by document',
    );
    expect(rows).toEqual([
      { document: 'privacy', version: policyVersion(), occasion: 'registration' },
      { document: 'terms', version: policyVersion(), occasion: 'registration' },
    ]);
  });

  it('answers the same for an address that has an account', async () => {
    const answer = await app.browser().post(urls.signUpDetails(), details({ name: 'Mallory' }));
    expect(answer.headers.get('location')).toBe(urls.signUpSent());
  });

  it('says at each field what is wrong, and keeps what was typed but the password', async () => {
    const answer = await app.browser().post(urls.signUpDetails(), details({ email: 'nowhere', password: 'short' }));
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('href="#field-email"');
    expect(page).toContain('href="#field-password"');
    expect(page).toContain('value="nowhere"');
    expect(page).not.toContain('value="short"');
  });

  it('shows the form again when a document changed meanwhile', async () => {
    const answer = await app.browser().post(urls.signUpDetails(), details({ privacy: '2001-01-01' }));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('role="status"');
  });
});

describe('signing in', () => {
  it('leads on within the site, and never out of it', async () => {
    await aPerson(app.database, { email: 'ben@lake.example', name: 'Ben' });
    for (const [next, leads] of [
      ['/courses?q=tea', '/courses?q=tea'],
      ['//evil.example', urls.myCourses()],
      ['/\\evil.example', urls.myCourses()],
      ['https://evil.example', urls.myCourses()],
      ['/\t/evil.example', urls.myCourses()],
    ] as const) {
      const answer = await app
        .browser()
        .post(urls.signIn(), { email: 'ben@lake.example', password: testPassword, next });
      expect(answer.headers.get('location')).toBe(urls.signedIn(leads));
    }
  });

  it('never leads out of the site who is signed in already', async () => {
    await aPerson(app.database, { email: 'eva@lake.example' });
    const eva = await signedIn('eva@lake.example');
    for (const next of ['/.//evil.example', '/courses/..//evil.example', '/%2e//evil.example', '//evil.example']) {
      expect((await eva.get(urls.signIn(next))).headers.get('location')).toBe(urls.myCourses());
    }
    expect((await eva.get(urls.signIn('/courses?q=//tea'))).headers.get('location')).toBe('/courses?q=//tea');
  });

  it('says the same to a wrong password and an unknown address, and after ten tries when to come back', async () => {
    await aPerson(app.database, { email: 'cleo@lake.example' });
    const ask = (email: string) => app.browser().post(urls.signIn(), { email, password: 'not this one' });
    const pages = [await ask('cleo@lake.example'), await ask('nobody@lake.example')];
    const texts = await Promise.all(pages.map((page) => page.text()));
    expect(texts[0]?.replaceAll('cleo', 'nobody')).toBe(texts[1]);
    for (let i = 0; i < 9; i++) await ask('cleo@lake.example');
    const late = await ask('cleo@lake.example');
    expect(late.status).toBe(429);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('counts an address in every way that Unicode writes it', async () => {
    const ask = (email: string) => app.browser().post(urls.signIn(), { email, password: 'not this one' });
    for (let i = 0; i < 5; i++) for (const form of ['NFC', 'NFD']) await ask('zoë@lake.example'.normalize(form));
    expect((await ask('zoë@lake.example'.normalize('NFD'))).status).toBe(429);
  });

  it('lets a network that is out of turns shut nobody out', async () => {
    const turn = { what: 'sign-in-from', who: 'unknown' } as const;
    for (let i = 0; i < limits[turn.what].most; i++) await app.database.write('secure', (w) => takeTurn(w, turn));
    const ask = () => app.browser().post(urls.signIn(), { email: 'dora@lake.example', password: 'not this one' });
    for (let i = 0; i < 11; i++) expect((await ask()).status).toBe(429);
    await app.database.asOwner(`delete from throttle where what = 'sign-in-from'`);
    expect((await ask()).status).toBe(422);
  });

  it('tells who arrives without a cookie why they are not signed in', async () => {
    const answer = await app.browser().get(urls.signedIn('/courses'));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('cookie');
  });

  it('takes away a cookie that opens nothing', async () => {
    const browser = app.browser({ cookie: '__Host-mooc=made-up' });
    const answer = await browser.get(urls.home());
    expect(answer.headers.getSetCookie()[0]).toContain('__Host-mooc=; Max-Age=0');
  });

  it('refuses a form that another site sent', async () => {
    const browser = await signedIn('ben@lake.example');
    const answer = await browser.post(urls.signOut(), {}, { 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(403);
    expect((await browser.get(urls.account())).status).toBe(200);
  });
});

describe('a forgotten password', () => {
  it('takes no other time for an address that nobody has', async () => {
    await aPerson(app.database, { email: 'finn@lake.example' });
    const times: number[] = [];
    for (const email of ['finn@lake.example', 'nobody@lake.example']) {
      const begun = performance.now();
      await app.browser().post(urls.forgotten(), { email });
      times.push(performance.now() - begun);
    }
    expect(Math.min(...times)).toBeGreaterThan(190);
  });

  it('is set anew by the mailed link, which works once and ends all sessions', async () => {
    const elsewhere = await signedIn('ben@lake.example');
    const browser = app.browser();
    await browser.post(urls.forgotten(), { email: 'ben@lake.example' });
    const link = await linkTo('ben@lake.example');
    const weak = await browser.post(link, { password: 'password123' });
    expect(weak.status).toBe(422);
    expect((await browser.post(link, { password: 'another walk by night' })).status).toBe(200);
    expect((await browser.post(link, { password: 'a third walk by night' })).status).toBe(404);
    expect((await elsewhere.get(urls.account())).status).toBe(303);
    const again = await browser.post(urls.signIn(), { email: 'ben@lake.example', password: 'another walk by night' });
    expect(again.status).toBe(303);
  });

  it('makes links with the site’s own address, whatever host a request names', async () => {
    await app.browser({ host: 'evil.example' }).post(urls.forgotten(), { email: 'ben@lake.example' });
    const letters = await listOutbox(app.database.read('contact'));
    expect(letters[0]?.text).toContain('https://mooc.test/account/new-password/');
  });
});

describe('an account', () => {
  it('sends who is not signed in to the door, and back', async () => {
    const answer = await app.browser().get(urls.profile());
    expect(answer.headers.get('location')).toBe(urls.signIn(urls.profile()));
  });

  it('stores a profile, and names the field that is wrong', async () => {
    await aPerson(app.database, { email: 'dora@lake.example', name: 'Dora' });
    const browser = await signedIn('dora@lake.example');
    const form = {
      name: 'Dora',
      birthYear: '',
      gender: '',
      occupation: 'Diver',
      country: 'PT',
      language: 'en',
      timeZone: 'Asia/Tokyo',
    };
    expect((await browser.post(urls.profile(), form)).status).toBe(303);
    expect(await (await browser.get(urls.profile())).text()).toContain('value="Diver"');
    expect(await (await browser.get(urls.home())).text()).toContain('Asia/Tokyo');
    const wrong = await browser.post(urls.profile(), { ...form, birthYear: '19x0' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('href="#field-birthYear"');
  });

  it('changes the address by a letter to the new one', async () => {
    const browser = await signedIn('dora@lake.example');
    await browser.post(urls.choices(), { use: 'mailings', answer: 'yes' });
    await browser.post(urls.newEmail(), { email: 'dora@river.example', emailPassword: testPassword });
    expect(await (await browser.get(urls.account())).text()).toContain('dora@lake.example');
    const link = await linkTo('dora@river.example');
    expect((await browser.post(link)).status).toBe(303);
    expect(await (await browser.get(urls.account())).text()).toContain('dora@river.example');
    const mailed = await app.database.asOwner(
      'select email from contact join contact_consent on contact_id = contact.id where withdrawn_at is null',
    );
    expect(mailed).toEqual([{ email: 'dora@river.example' }]);
  });

  it('signs other browsers out, one or all', async () => {
    const [here, there] = [await signedIn('dora@river.example'), await signedIn('dora@river.example')];
    const page = await (await here.get(urls.account())).text();
    expect(page.match(/name="sessionId"/g)?.length).toBeGreaterThanOrEqual(2);
    await here.post(urls.signOutEverywhere());
    expect((await there.get(urls.account())).status).toBe(303);
    expect((await here.get(urls.account())).status).toBe(303);
  });

  it('shows who did not take note a banner, until they do', async () => {
    const browser = await signedIn('dora@river.example');
    expect(await (await browser.get(urls.home())).text()).toContain(urls.acknowledge());
    const answer = await browser.post(urls.acknowledge(), { next: '/courses' });
    expect(answer.headers.get('location')).toBe('/courses');
    expect(await (await browser.get(urls.home())).text()).not.toContain(urls.acknowledge());
  });

  it('shows the outbox to operators alone', async () => {
    await aPerson(app.database, { email: 'dana@lake.example', name: 'Dana', isOperator: true });
    await aPerson(app.database, { email: 'eli@lake.example', name: 'Eli' });
    expect((await (await signedIn('eli@lake.example')).get(urls.outbox())).status).toBe(403);
    const page = await (await signedIn('dana@lake.example')).get(urls.outbox());
    expect(await page.text()).toContain('/account/new-password/');
  });
});
