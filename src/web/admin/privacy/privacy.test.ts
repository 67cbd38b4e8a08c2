import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aSiteApp, type SiteApp, type TestBrowser } from '../../../../test/support/test-site-app.ts';
import { aPerson, testPassword } from '../../../domains/identity/testing.ts';
import { takePrivacyMail } from '../../../domains/requests/index.ts';
import { aMail } from '../../../domains/requests/testing.ts';
import { urls } from '../../urls.ts';

let app: SiteApp;
let dana: TestBrowser;
let chidi: TestBrowser;
let eli: TestBrowser;
let ada: string;

beforeAll(async () => {
  app = await aSiteApp({ clock: () => new Date('2027-01-31T12:00:00Z') });
  await aPerson(app.database, { email: 'dana@lake.example', name: 'Dana', isOperator: true });
  await aPerson(app.database, { email: 'eli@lake.example', name: 'Eli', isOperator: true });
  await aPerson(app.database, { email: 'chidi@lake.example', name: 'Chidi' });
  ada = await aPerson(app.database, { email: 'ada@lake.example', name: 'Ada' });
  dana = await signedIn('dana@lake.example');
  eli = await signedIn('eli@lake.example');
  chidi = await signedIn('chidi@lake.example');
});
afterAll(() => app.close());
beforeEach(() => app.database.asOwner('truncate privacy_request, mail, throttle cascade'));

async function signedIn(email: string): Promise<TestBrowser> {
  const browser = app.browser();
  await browser.post(urls.signIn(), { email, password: testPassword });
  return browser;
}

/** The newest link in a letter to this address. */
async function linkTo(address: string): Promise<string> {
  const [mail] = await app.database.asOwner<{ body: string }>(
    "select body from mail where address = $1 and body like '%https://%' order by id desc limit 1",
    [address],
  );
  return new URL(/https:\/\/\S+/.exec(mail!.body)![0]).pathname;
}

async function newestRequest(): Promise<string> {
  const [row] = await app.database.asOwner<{ id: string }>('select id from privacy_request order by id desc limit 1');
  return row!.id;
}

/** What Ada asks by the form, confirmed by its link. */
async function asked(kind = 'access'): Promise<string> {
  const browser = app.browser();
  const form = { kind, name: 'Ada', email: 'ada@lake.example', words: 'What do you hold <b>?' };
  expect((await browser.post(urls.concerns(), form)).headers.get('location')).toBe(urls.concernSent());
  const link = await linkTo('ada@lake.example');
  expect((await browser.get(link)).status).toBe(200);
  expect(await (await browser.post(link)).text()).toContain('February 28, 2027');
  expect((await browser.post(link)).status).toBe(404);
  return newestRequest();
}

const html = async (address: string) => (await dana.get(address)).text();

it('lets nobody in but operators, on any of its addresses', async () => {
  const desk = app.site.routes.filter(({ path, method }) => path.startsWith('/admin/privacy') && method !== 'ALL');
  expect(desk.length).toBeGreaterThan(15);
  for (const { path, method } of desk) {
    const address = path.replaceAll(/:\w+/g, crypto.randomUUID());
    const ask = (browser: TestBrowser) => (method === 'GET' ? browser.get(address) : browser.post(address));
    const stranger = await ask(app.browser());
    expect([stranger.status, stranger.headers.get('location')], address).toEqual([
      303,
      expect.stringContaining(urls.signIn()),
    ]);
    expect((await ask(chidi)).status, `${method} ${address}`).toBe(403);
  }
});

describe('the form', () => {
  it('is on every page and filled in for who is signed in', async () => {
    expect(await html(urls.home())).toContain(`href="${urls.concerns()}"`);
    expect(await (await app.browser().get(urls.document('privacy'))).text()).toContain(`href="${urls.concerns()}"`);
    expect(await (await chidi.get(urls.concerns())).text()).toContain('chidi@lake.example');
  });

  it('says what is wrong, takes nothing from programs, and not too much from anyone', async () => {
    const browser = app.browser();
    const form = { kind: 'access', name: 'Ada', email: 'ada@lake.example', words: 'Hello' };
    expect((await browser.post(urls.concerns(), { ...form, email: 'ada' })).status).toBe(422);
    await browser.post(urls.concerns(), { ...form, website: 'https://x' });
    expect(await app.database.asOwner('select from privacy_request')).toEqual([]);
    const answers = [];
    for (let turn = 0; turn < 6; turn++) answers.push((await browser.post(urls.concerns(), form)).status);
    expect(answers).toEqual([303, 303, 303, 303, 303, 429]);
  });
});

describe('a request', () => {
  it('is answered from a template, and the look is in the ledger of whoever asked', async () => {
    const id = await asked();
    expect(await html(urls.privacyDesk())).toContain('28 days left');
    const [template] = await app.database.asOwner<{ id: string }>(
      "select id from reply_template where name = 'We have your request'",
    );
    const shown = await html(`${urls.privacyRequest(id)}?template=${template!.id}`);
    for (const words of ['What do you hold &lt;b>?', 'Dear Ada', 'answer it by February 28, 2027'])
      expect(shown, words).toContain(words);
    expect((await dana.post(urls.handleRequest(id, 'write'), { subject: 'x', body: ' ' })).status).toBe(422);
    await dana.post(urls.handleRequest(id, 'write'), { subject: 'Your data', body: 'Dear Ada' });
    await dana.post(urls.handleRequest(id, 'access'));
    const letters = await app.database.asOwner<{ about: string; reply_to: string | null }>(
      'select about, reply_to from mail order by id',
    );
    expect(letters).toEqual([
      { about: 'confirm-request', reply_to: null },
      { about: 'request-reply', reply_to: 'privacy@localhost' },
      { about: 'request-access', reply_to: 'privacy@localhost' },
    ]);
    expect(
      await app.database.asOwner("select from ledger_entry where person_id = $1 and kind = 'look-up'", [ada]),
    ).not.toEqual([]);
    await dana.post(urls.handleRequest(id, 'close'), { ending: 'answered', why: '' });
    expect(await html(urls.privacyDesk())).toContain('Nothing is asked');
    expect(await html(`${urls.privacyDesk()}?show=closed`)).toContain('See what is held about me');
  });

  it('by mail waits for its sender to show who they are, and the clock with it', async () => {
    await takePrivacyMail(app.database, aMail(), 'UTC');
    const id = await newestRequest();
    expect((await dana.get(urls.handleRequest(id, 'erase'))).status).toBe(404);
    expect((await dana.post(urls.handleRequest(id, 'restrict'))).status).toBe(404);
    await dana.post(urls.handleRequest(id, 'ask-identity'));
    expect(await html(urls.privacyRequest(id))).toContain('The clock stands still');
    const link = await linkTo('ada@lake.example');
    expect((await app.browser().get(link)).status).toBe(200);
    await app.browser().post(link);
    expect(await html(urls.privacyRequest(id))).toContain('Due February 28, 2027');
  });

  it('puts data to rest and ends that, each in the ledger', async () => {
    const id = await asked('restriction');
    await dana.post(urls.handleRequest(id, 'restrict'), { end: '' });
    expect(await html(urls.privacyRequest(id))).toContain('End the rest of their data');
    await dana.post(urls.handleRequest(id, 'restrict'), { end: 'yes' });
    expect(await html(urls.privacyRequest(id))).not.toContain('End the rest of their data');
    const lines = await app.database.asOwner<{ choice: string }>(
      "select said ->> 'choice' as choice from ledger_entry where person_id = $1 and kind = 'restriction' order by id",
      [ada],
    );
    expect(lines.map(({ choice }) => choice)).toEqual(['set', 'lifted']);
  });

  it('is sorted, noted and extended', async () => {
    const id = await asked();
    const [{ id: danaId } = { id: '' }] = await app.database.asOwner<{ id: string }>(
      "select id from person where name = 'Dana'",
    );
    await dana.post(urls.handleRequest(id, 'sort'), { kind: 'complaint', operator: danaId });
    await dana.post(urls.handleRequest(id, 'note'), { note: 'Asked the archive' });
    expect((await dana.post(urls.handleRequest(id, 'extend'), { reason: '' })).status).toBe(422);
    await dana.post(urls.handleRequest(id, 'extend'), { reason: 'Many files' });
    const shown = await html(urls.privacyRequest(id));
    for (const words of ['A complaint: Ada', 'Asked the archive', 'Due April 30, 2027']) expect(shown).toContain(words);
    expect(await html(`${urls.privacyDesk()}?who=mine`)).toContain('Dana’s hand');
  });

  it('to be erased shows figures, asks whether one is sure, and erases', async () => {
    await aPerson(app.database, { email: 'eve@lake.example', name: 'Eve' });
    const entered = { kind: 'erasure', email: 'eve@lake.example', name: 'Eve', words: 'Erase me' };
    const stored = await dana.post(urls.enterRequest(), { ...entered, received: '2027-01-30T09:00' });
    const id = await newestRequest();
    expect(stored.headers.get('location')).toBe(`${urls.privacyRequest(id)}?done`);
    await dana.post(urls.handleRequest(id, 'note-identity'), { how: 'Came with a passport' });
    expect(await html(urls.handleRequest(id, 'erase'))).toContain('a person with an account, and their profile');
    expect((await dana.post(urls.handleRequest(id, 'erase'), {})).status).toBe(422);
    const erased = await dana.post(urls.handleRequest(id, 'erase'), { sure: 'yes' });
    expect(await erased.text()).toContain('The person is told by a last letter');
    expect(await app.database.asOwner("select from person where name = 'Eve'")).toEqual([]);
    expect(await html(urls.privacyRequest(id))).toContain('Erase my data: erased');
    expect(app.faults()).toBe('');
  });
});

describe('a disclosure', () => {
  const form = {
    ground: 'legal-demand',
    recipient: 'Court of Lisbon',
    document: '12/2026',
    why: 'A claim',
    persons: 'ada@lake.example',
    fields: 'person.name',
  };

  async function asked(change: Readonly<Record<string, string>> = {}): Promise<string> {
    const answer = await dana.post(urls.newDisclosure(), { ...form, ...change });
    return answer.headers.get('location')?.split('/').at(-1)?.replace('?done', '') ?? '';
  }

  it('of more people than one can hold is refused whole', async () => {
    const persons = Array.from({ length: 201 }, () => 'ada@lake.example').join(' ');
    const answer = await dana.post(urls.newDisclosure(), { ...form, persons });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('At most 200 people');
  });

  it('leaves only after two approved, and its person is told at once', async () => {
    expect((await dana.post(urls.newDisclosure(), { ...form, persons: 'nobody@lake.example' })).status).toBe(422);
    const id = await asked();
    await dana.post(urls.handleDisclosure(id, 'approve'));
    const early = await dana.post(urls.handleDisclosure(id, 'hand-over'));
    expect(early.headers.get('content-disposition')).toBeNull();
    expect(await early.text()).toContain('Two different operators must approve it first');
    await eli.post(urls.handleDisclosure(id, 'approve'));
    const file = await dana.post(urls.handleDisclosure(id, 'hand-over'));
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(await file.text()).toBe('{"table":"person","row":{"name":"Ada"}}\n');
    const [mail] = await app.database.asOwner<{ address: string; body: string }>(
      "select address, body from mail where about = 'disclosure'",
    );
    expect(mail).toMatchObject({ address: 'ada@lake.example', body: expect.stringContaining('- person: name') });
    const shown = await html(urls.disclosure(id));
    for (const words of ['Dana asked for it', 'Eli approved', 'Dana took the file', 'Told January 31, 2027'])
      expect(shown, words).toContain(words);
  });

  it('whose person may not be told is told when the silence is over', async () => {
    const id = await asked({ silence: 'The court said so', silentUntil: '2027-02-15' });
    for (const browser of [dana, eli]) await browser.post(urls.handleDisclosure(id, 'approve'));
    expect(await (await dana.post(urls.handleDisclosure(id, 'hand-over'))).text()).toContain('Ada');
    expect(await app.database.asOwner("select from mail where about = 'disclosure'")).toEqual([]);
    expect(await (await dana.post(urls.handleDisclosure(id, 'tell'))).text()).toContain('may not be told yet');
    await dana.post(urls.handleDisclosure(id, 'withdraw'));
    expect(await html(urls.disclosures())).toContain('Taken back');
  });
});

describe('a breach', () => {
  const form = { title: 'A backup lay open', what: 'For a day', measures: '', risk: 'high', known: '2027-01-31T09:00' };
  const extent = {
    table: 'person',
    columns: 'email',
    from: '2026-01-01T00:00',
    to: '2027-01-31T12:00',
    which: 'there',
  };

  it('shows its 72 hours, finds whom it reached, and tells each of them once', async () => {
    expect((await dana.post(urls.newBreach(), { ...form, known: '' })).status).toBe(422);
    const noted = await dana.post(urls.newBreach(), form);
    const id = noted.headers.get('location')?.split('/').at(-1)?.replace('?done', '') ?? '';
    expect(await html(urls.breaches())).toContain('69 hours left');
    expect(await html(`${urls.breach(id)}?table=person`)).toContain('value="occupation"');
    expect((await dana.post(urls.handleBreach(id, 'reach'), { ...extent, to: '2025-01-01T00:00' })).status).toBe(422);
    await dana.post(urls.handleBreach(id, 'reach'), extent);
    const shown = await html(urls.breach(id));
    for (const words of ['4 persons', 'ada@lake.example', 'By February 3, 2027', 'Nobody was told yet'])
      expect(shown.toLowerCase(), words).toContain(words.toLowerCase());
    await app.database.asOwner('truncate mail');
    expect((await dana.post(urls.handleBreach(id, 'tell'), { subject: 'x', body: '' })).status).toBe(422);
    await dana.post(urls.handleBreach(id, 'tell'), { subject: 'Your data', body: 'Good day' });
    await dana.post(urls.handleBreach(id, 'tell'), { subject: 'Your data', body: 'Good day' });
    expect(await app.database.asOwner("select from mail where about = 'breach'")).toHaveLength(4);
    await dana.post(urls.handleBreach(id, 'authority'), { note: 'CNPD 1/2027', told: '2027-01-31T11:00' });
    await dana.post(urls.breach(id), { ...form, title: 'A backup was seen' });
    await dana.post(urls.handleBreach(id, 'close'), { closed: 'yes' });
    const list = await html(urls.breaches());
    for (const words of ['A backup was seen', 'Authority told January 31, 2027', 'done with'])
      expect(list).toContain(words);
    expect(app.faults()).toBe('');
  });
});

describe('a hold', () => {
  const form = { ground: 'Court of Lisbon, 12/2026', tables: 'person', endsOn: '2028-01-31', telling: 'now' };

  it('is approved by another operator, who reads off the document whose it is, and lifted', async () => {
    const email = 'ada@lake.example';
    expect((await dana.post(urls.newHold(), { ...form, email: 'nobody@lake.example' })).status).toBe(422);
    const far = await dana.post(urls.newHold(), { ...form, email, endsOn: '2030-01-31', telling: '' });
    for (const words of ['two years at most', 'Please choose one']) expect(await far.clone().text()).toContain(words);
    const asked = await dana.post(urls.newHold(), { ...form, email });
    expect(asked.headers.get('location')).toBe(`${urls.holds()}?done`);
    const [{ id } = { id: '' }] = await app.database.asOwner<{ id: string }>('select id from legal_hold');
    const approve = (browser: TestBrowser, address: string) =>
      browser.post(urls.handleHold(id, 'approve'), { [`email-${id}`]: address });
    expect(await html(urls.holds())).toContain('Another operator must approve it');
    expect(await (await approve(dana, email)).text()).toContain('Another operator must approve it');
    expect((await approve(eli, 'chidi@lake.example')).status).toBe(422);
    expect(await (await eli.get(urls.holds())).text()).toContain('Approve: keep one row until January 31, 2028');
    await approve(eli, email);
    const shown = await html(urls.holds());
    for (const words of [
      'Court of Lisbon',
      'Dana asked for it',
      'Eli approved',
      'One row in these tables now, none set',
    ])
      expect(shown, words).toContain(words);
    expect(shown).not.toContain(email);
    await eli.post(urls.handleHold(id, 'lift'));
    expect(await html(urls.holds())).toContain('Eli lifted it');
    expect(app.faults()).toBe('');
  });
});
