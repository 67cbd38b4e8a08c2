import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readCopy, rowsIn } from '../../../../test/support/read-copy.ts';
import { aSiteApp, type SiteApp, type TestBrowser } from '../../../../test/support/test-site-app.ts';
import { eraseDue } from '../../../domains/disclosure/index.ts';
import { aPerson, testPassword } from '../../../domains/identity/testing.ts';
import { listEntries, noteLookUp } from '../../../domains/ledger/index.ts';
import { limitUse } from '../../../domains/policy/index.ts';
import { map } from '../../../map.ts';
import { urls } from '../../urls.ts';

let now = new Date('2026-11-24T10:00:00Z');
let app: SiteApp;
beforeAll(async () => {
  app = await aSiteApp({ clock: () => now });
});
afterAll(() => app.close());

const email = 'ada@lake.example';
let ada: string;
beforeEach(async () => {
  await app.database.asOwner('truncate person, mail, throttle cascade');
  ada = await aPerson(app.database, { email, name: 'Ada Lovelace' });
});

async function signedIn(): Promise<TestBrowser> {
  const browser = app.browser();
  await browser.post(urls.signIn(), { email, password: testPassword });
  return browser;
}

const textOf = async (answer: Response | Promise<Response>) => (await answer).text();

async function newestLetter(): Promise<{ about: string; body: string; path: string }> {
  const [letter] = await app.database.asOwner<{ about: string; body: string }>(
    'select about, body from mail order by queued_at desc, id desc limit 1',
  );
  return { ...letter!, path: new URL(/https:\S+/.exec(letter!.body)![0]).pathname };
}

async function ledger(): Promise<string[]> {
  const { lines } = await listEntries(app.database.read('rights'), ada, { before: null });
  return lines
    .filter(({ kind }) => kind !== 'acknowledgement')
    .map(({ kind, said }) => `${kind} ${'choice' in said ? said.choice : ''}`.trim());
}

it('shows what is held, kind by kind, with one’s own values, and nothing that guards the account', async () => {
  const browser = await signedIn();
  const first = await textOf(browser.get(urls.myData()));
  for (const kind of ['profile', 'contact', 'credential', 'identifier']) expect(first).toContain(urls.heldKind(kind));
  const profile = await textOf(browser.get(urls.heldKind('profile')));
  expect(profile).toContain('Ada Lovelace');
  expect(profile).toContain('you gave it');
  const keys = await textOf(browser.get(urls.heldKind('credential')));
  expect(keys).toContain('it guards the account');
  expect(keys).not.toContain('argon2');
  expect((await browser.get(urls.heldKind('shoes'))).status).toBe(404);
  expect((await app.browser().get(urls.myData())).status).toBe(303);
});

it('shows a look by the staff in the ledger at once, with role, purpose and fields', async () => {
  const browser = await signedIn();
  await app.database.write('contact', (w) =>
    noteLookUp(w, {
      personIds: [ada],
      staffId: null,
      role: 'operator',
      purpose: 'outbox',
      fields: ['person.email', 'mail.subject'],
      count: 1,
    }),
  );
  const page = await textOf(browser.get(urls.myLedger()));
  expect(page).toContain('Looked at by an operator of the site');
  expect(page).toContain('seeing to letters');
  expect(page).toContain('your e-mail address');
});

it('notes in the ledger what was corrected', async () => {
  const browser = await signedIn();
  const form = {
    name: 'Ada King',
    birthYear: '1990',
    gender: '',
    occupation: '',
    country: '',
    language: '',
    timeZone: '',
  };
  await browser.post(urls.profile(), form);
  await browser.post(urls.profile(), form);
  expect(await ledger()).toEqual(['correction']);
  const page = await textOf(browser.get(urls.myLedger()));
  expect(page).toContain('Fields: your name, the year of your birth');
});

it('gives a copy to who gives the password again, once for ten minutes, and says so by a letter', async () => {
  const browser = await signedIn();
  expect(await textOf(browser.get(urls.copyOfMyData()))).toContain('name="password"');
  expect((await browser.post(urls.copyOfMyData())).status).toBe(422);
  expect((await browser.post(urls.copyOfMyData(), { password: 'wrong' })).status).toBe(422);
  const answer = await browser.post(urls.copyOfMyData(), { password: testPassword });
  expect(answer.headers.get('content-disposition')).toContain('my-data.zip');
  const copy = await readCopy(await answer.bytes());
  expect(rowsIn(copy, 'person')).toMatchObject([{ id: ada, email, name: 'Ada Lovelace' }]);
  expect(copy.get('index.html')).toContain('Ada Lovelace');
  expect(copy.get('index.html')).not.toMatch(/<script|src=|href="http/);
  // Nor the words of letters: they hold links that open what only the account's mailbox may.
  expect([...copy.values()].join('')).not.toMatch(/argon2|\/account\/forgotten/);
  expect(await newestLetter()).toMatchObject({ about: 'copy-taken' });
  expect(await ledger()).toEqual(['export']);

  expect(await textOf(browser.get(urls.copyOfMyData()))).not.toContain('name="password"');
  expect((await browser.post(urls.copyOfMyData())).status).toBe(200);
  // What one browser was told does not count for another, nor for ever.
  expect((await (await signedIn()).post(urls.copyOfMyData())).status).toBe(422);
  now = new Date(now.getTime() + 10 * 60_000);
  expect((await browser.post(urls.copyOfMyData())).status).toBe(422);
});

it('puts data to rest with the next request: courses close, nothing is recorded, and it is said on every page', async () => {
  const browser = await signedIn();
  await browser.post(urls.acknowledge(), { next: '/' });
  expect((await browser.get(urls.myCourses())).status).toBe(200);
  expect((await browser.post(urls.rest(), { rest: 'yes' })).status).toBe(303);
  expect((await browser.get(urls.myCourses())).status).toBe(403);
  await app.powers.intake.flush();
  await app.database.asOwner('truncate event');
  for (const page of [urls.home(), urls.courses(), urls.myData(), urls.copyOfMyData()]) {
    const answer = await browser.get(page);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Your data are at rest');
  }
  await app.powers.intake.flush();
  expect(await app.database.asOwner('select from event')).toEqual([]);
  await browser.post(urls.rest(), { rest: 'no' });
  expect((await browser.get(urls.myCourses())).status).toBe(200);
  expect(await ledger()).toEqual(expect.arrayContaining(['restriction lifted', 'restriction set']));
});

it('heeds an objection with the next request', async () => {
  const browser = await signedIn();
  await browser.post(urls.object(), { use: 'contact', objects: 'yes' });
  await browser.post(urls.object(), { use: 'nonsense', objects: 'yes' });
  expect(await textOf(browser.get(urls.useLimits()))).toContain('you object');
  expect(await app.database.asOwner('select objects_to from person')).toEqual([{ objects_to: ['contact'] }]);
  await browser.post(urls.object(), { use: 'contact', objects: 'no' });
  expect(await app.database.asOwner('select objects_to from person')).toEqual([{ objects_to: [] }]);
  expect(await ledger()).toEqual(['objection lifted', 'objection set']);
});

it('foretells an erasure in figures, waits a day with everything at rest, and is stopped without a trace', async () => {
  const browser = await signedIn();
  expect(await textOf(browser.get(urls.eraseMe()))).toContain('a person with an account, and their profile');
  expect((await browser.post(urls.eraseMe(), { password: testPassword })).status).toBe(422);
  expect((await browser.post(urls.eraseMe(), { sure: 'yes', password: 'wrong' })).status).toBe(422);
  expect((await browser.post(urls.eraseMe(), { sure: 'yes', password: testPassword })).status).toBe(303);
  expect(await textOf(browser.get(urls.eraseMe()))).toContain('will be erased on November 25, 2026');
  expect((await browser.get(urls.myCourses())).status).toBe(403);
  expect(await eraseDue(app.database, map)).toBe(0);

  const letter = await newestLetter();
  expect(letter).toMatchObject({ about: 'erasure-asked' });
  await browser.post(urls.eraseMe(), { sure: 'yes' });
  expect((await newestLetter()).path).toBe(letter.path);
  const stranger = app.browser();
  expect((await stranger.get(letter.path)).status).toBe(200);
  expect(await textOf(stranger.post(letter.path, { do: 'stop' }))).toContain('Your account stays');
  expect((await stranger.get(letter.path)).status).toBe(404);
  expect((await browser.get(urls.myCourses())).status).toBe(200);
  now = new Date(now.getTime() + 25 * 3_600_000);
  expect(await eraseDue(app.database, map)).toBe(0);
  expect(await app.database.asOwner('select from person')).toHaveLength(1);
});

it('leaves data at rest that were so before, when an erasure is stopped', async () => {
  await app.database.write('provide', (w) => limitUse(w, ada, true));
  const browser = await signedIn();
  await browser.post(urls.eraseMe(), { sure: 'yes', password: testPassword });
  await browser.post(urls.stopErasingMe());
  expect((await browser.get(urls.myCourses())).status).toBe(403);
});

it('erases at once by the link of the letter, and after a day without it', async () => {
  const browser = await signedIn();
  await browser.post(urls.eraseMe(), { sure: 'yes', password: testPassword });
  const done = await textOf(browser.post((await newestLetter()).path, { do: 'now' }));
  expect(done).toContain('Your account is erased');
  expect(browser.cookie()).toBe('');
  expect(await app.database.asOwner('select from person')).toEqual([]);

  await aPerson(app.database, { email });
  await (await signedIn()).post(urls.eraseMe(), { sure: 'yes', password: testPassword });
  now = new Date(now.getTime() + 24 * 3_600_000);
  expect(await eraseDue(app.database, map)).toBe(1);
  expect(await app.database.asOwner('select from person')).toEqual([]);
  expect(app.faults()).toBe('');
});
