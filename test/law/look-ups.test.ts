import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { aPerson, testPassword } from '../../src/domains/identity/testing.ts';
import { aSignUp } from '../../src/domains/outreach/testing.ts';
import { queueLetter } from '../../src/kernel/mail/index.ts';
import { urls } from '../../src/web/urls.ts';
import { aSiteApp, type SiteApp, type TestBrowser } from '../support/test-site-app.ts';
import { law } from './law.ts';

let app: SiteApp;
let dana: TestBrowser;
let ada: string;
const email = 'quillfeather@lake.example';

beforeAll(async () => {
  app = await aSiteApp();
  ada = await aPerson(app.database, { email, name: 'Ada Quillfeather' });
  await aPerson(app.database, { email: 'dana@lake.example', name: 'Dana', isOperator: true });
  dana = app.browser();
  await dana.post(urls.signIn(), { email: 'dana@lake.example', password: testPassword });
  await aSignUp(app.database, email);
  await askForCorrection();
  await noteBreach();
  await app.database.write('secure', (w) =>
    queueLetter(w, { personId: ada, address: email }, 'new-password', { subject: 'hello', text: 'hello' }),
  );
});
afterAll(() => app.close());

/** A request at the privacy desk, confirmed by its link. */
async function askForCorrection(): Promise<void> {
  const form = { kind: 'correction', name: 'Ada Quillfeather', email, words: 'My result is not mine.' };
  await app.browser().post(urls.concerns(), form);
  const [mail] = await app.database.asOwner<{ body: string }>(
    "select body from mail where about = 'confirm-request' order by id desc limit 1",
  );
  await app.browser().post(new URL(/https:\/\/\S+/.exec(mail!.body)![0]).pathname);
}

/** A breach that reached everybody with an account. */
async function noteBreach(): Promise<void> {
  const known = '2026-01-02T00:00';
  const form = { title: 'A backup lay open', what: 'For a day', risk: 'high', known };
  const address = (await dana.post(urls.newBreach(), form)).headers.get('location')!.replace('?done', '');
  await dana.post(`${address}/reach`, { table: 'person', from: known, to: '2999-01-01T00:00', which: 'there' });
}

/** What stands in the places of addresses. A page that needs another value is taught here. */
const ids: Readonly<Record<string, string>> = {
  '/admin/outreach/inquiries/:id': 'select id from inquiry',
  '/admin/outreach/forms/:key': 'select key as id from inquiry_form',
  '/admin/outreach/pages/:slug': 'select slug as id from info_page',
  '/admin/privacy/requests/:id': 'select id from privacy_request',
  '/admin/privacy/requests/:id/erase': 'select id from privacy_request',
  '/admin/privacy/breaches/:id': 'select id from breach',
};
/** Nothing of the kind is there, or there is nobody in it. */
const nobodyIn = [
  /^\/admin\/outreach\/mailings\/:id/,
  /^\/admin\/privacy\/disclosures\/:id/,
  /^\/admin\/documents\/:kind/,
];

/** Every address of operators that answers a look. */
async function addresses(): Promise<string[]> {
  const patterns = new Set(
    app.site.routes.filter(({ method, path }) => method === 'GET' && path.startsWith('/admin')).map(({ path }) => path),
  );
  const all: string[] = [];
  for (const pattern of patterns) {
    if (nobodyIn.some((known) => known.test(pattern))) continue;
    if (!pattern.includes(':')) all.push(pattern);
    else {
      const [row] = await app.database.asOwner<{ id: string }>(
        `${ids[pattern] ?? `teach this test ${pattern}`} limit 1`,
      );
      all.push(pattern.replace(/:\w+/, row!.id));
    }
  }
  return all.sort();
}

/** How many looks are noted for Ada, as the owner of an account and as somebody who signed up. */
async function looks(): Promise<number> {
  const [row] = await app.database.asOwner<{ looks: string }>(
    `select (select count(*) from ledger_entry where person_id = $1 and kind = 'look-up')
       + (select count(*) from contact_look_up l join contact c on c.id = l.contact_id where c.email = $2) as looks`,
    [ada, email],
  );
  return Number(row!.looks);
}

/** Opens each page, and says whether it showed Ada and whether that was noted. */
async function crawl() {
  const seen: { address: string; shows: boolean; isNoted: boolean }[] = [];
  for (const address of await addresses()) {
    const before = await looks();
    const text = (await (await dana.get(address)).text()).toLowerCase();
    seen.push({ address, shows: text.includes('quillfeather'), isNoted: (await looks()) > before });
  }
  return seen;
}

law('P13', 'every page of operators that shows somebody leaves a line in that person’s ledger', {
  whole: () => crawl,
  keeps: async (walk) => {
    const seen = await walk();
    expect(seen.length).toBeGreaterThan(12);
    expect(seen.filter(({ shows }) => shows).length).toBeGreaterThanOrEqual(4);
    expect(seen.filter(({ shows, isNoted }) => shows && !isNoted)).toEqual([]);
    expect(seen.filter(({ shows, isNoted }) => !shows && !isNoted).length).toBeGreaterThan(6);
  },
  breaks: async (walk) => {
    await app.database.asOwner(`
      create function lose() returns trigger language plpgsql as $$ begin return null; end $$;
      create trigger lose before insert on contact_look_up for each row execute function lose();
      create trigger lose before insert on ledger_entry for each row execute function lose()`);
    onTestFinished(() => app.database.asOwner('drop function lose cascade').then(() => {}));
    return walk;
  },
});

it('notes the file of forms before it leaves', async () => {
  const before = await looks();
  const file = await (await dana.post(urls.deskFile(), { why: 'A list for the board' })).text();
  expect(file).toContain(email);
  expect(await looks()).toBeGreaterThan(before);
});

it('shows the look to whom it is about within a second, with role, purpose and fields', async () => {
  const browser = app.browser();
  await browser.post(urls.signIn(), { email, password: testPassword });
  const began = performance.now();
  await dana.get(urls.outbox());
  const page = await (await browser.get(urls.myLedger())).text();
  expect(performance.now() - began).toBeLessThan(1000);
  expect(page).toContain('Looked at by an operator of the site');
  expect(page).toContain('the address it goes to');
});
