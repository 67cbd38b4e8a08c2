import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aSiteApp, type SiteApp, type TestBrowser } from '../../../../test/support/test-site-app.ts';
import { aPerson, testPassword } from '../../../domains/identity/testing.ts';
import { aSignUp } from '../../../domains/outreach/testing.ts';
import { urls } from '../../urls.ts';

let app: SiteApp;
let dana: TestBrowser;
let chidi: TestBrowser;

beforeAll(async () => {
  app = await aSiteApp({ clock: () => new Date('2026-11-24T12:00:00Z') });
  await aPerson(app.database, { email: 'dana@lake.example', name: 'Dana', isOperator: true });
  await aPerson(app.database, { email: 'chidi@lake.example', name: 'Chidi' });
  dana = await signedIn('dana@lake.example');
  chidi = await signedIn('chidi@lake.example');
});
afterAll(() => app.close());
beforeEach(() => app.database.asOwner('truncate contact, mail, mailing cascade'));

async function signedIn(email: string): Promise<TestBrowser> {
  const browser = app.browser();
  await browser.post(urls.signIn(), { email, password: testPassword });
  return browser;
}

async function anInquiry(): Promise<string> {
  await aSignUp(app.database, 'ada@lake.example');
  const [row] = await app.database.asOwner<{ id: string }>('select id from inquiry');
  return row!.id;
}

it('lets nobody in but operators, on any of its addresses', async () => {
  const desk = app.site.routes.filter(({ path, method }) => path.startsWith('/admin/outreach') && method !== 'ALL');
  expect(desk.length).toBeGreaterThan(25);
  for (const { path, method } of desk) {
    const address = path.replaceAll(':id', crypto.randomUUID()).replaceAll(/:\w+/g, 'about');
    const ask = (browser: TestBrowser) => (method === 'GET' ? browser.get(address) : browser.post(address));
    const stranger = await ask(app.browser());
    expect([stranger.status, stranger.headers.get('location')], address).toEqual([
      303,
      expect.stringContaining(urls.signIn()),
    ]);
    expect((await ask(chidi)).status, `${method} ${address}`).toBe(403);
  }
  expect(await app.database.asOwner("select from info_page where slug = 'about'")).toHaveLength(1);
});

it('has no page for what is no id, and none for a row that there is not', async () => {
  for (const id of ['x', "' or 1=1", crypto.randomUUID()])
    expect((await dana.get(urls.deskInquiry(id))).status, id).toBe(404);
  expect((await dana.post(urls.noteInquiry(crypto.randomUUID()), { note: 'x' })).status).toBe(404);
  expect(app.faults()).toBe('');
});

describe('an inquiry', () => {
  it('is tagged, noted, answered from a template and invited, each with its record', async () => {
    const id = await anInquiry();
    const html = async (address: string) => (await dana.get(address)).text();
    expect(await html(urls.desk())).toContain('Ada, Lake University');
    await dana.post(urls.sortInquiry(id), { state: 'in-touch', tags: 'Physics, south' });
    expect(await html(`${urls.desk()}?tag=physics&state=in-touch`)).toContain('Ada, Lake University');
    expect(await html(`${urls.desk()}?tag=nothing`)).not.toContain('Ada, Lake University');
    expect((await dana.post(urls.noteInquiry(id), { note: ' ' })).status).toBe(422);
    await dana.post(urls.noteInquiry(id), { note: 'Met at the fair <b>' });
    const [template] = await app.database.asOwner<{ id: string }>(
      "select id from reply_template where name like 'Thank%'",
    );
    expect(await html(`${urls.deskInquiry(id)}?template=${template!.id}`)).toContain('Your plans for Lake University');
    await dana.post(urls.replyToInquiry(id), { subject: 'Your plans', body: 'Dear Ada' });
    await dana.post(urls.inviteToHost(id), { organisation: 'Lake University', kind: 'university' });
    const shown = await html(urls.deskInquiry(id));
    for (const words of ['Met at the fair &lt;b>', 'Your plans', 'Invited on']) expect(shown, words).toContain(words);
    const letters = await app.database.asOwner<{ about: string; body: string }>(
      'select about, body from mail order by id',
    );
    expect(letters.map(({ about }) => about)).toEqual(['confirm-inquiry', 'inquiry-reply', 'invitation']);
    const link = new URL(/https:\/\/\S+/.exec(letters[2]!.body)![0]).pathname;
    const ada = app.browser();
    expect(await (await ada.get(link)).text()).toContain('Physics\nand rivers');
    // Without an account it is not used up, and neither by a form with something wrong.
    const form = { kind: 'university', name: 'Lake University', key: 'LakeU', description: '' };
    expect((await ada.post(link, form)).headers.get('location')).toBe(urls.signIn());
    expect((await dana.post(link, { ...form, key: 'no key' })).status).toBe(422);
    expect((await dana.post(link, form)).headers.get('location')).toBe(urls.studioOrganisation('LakeU'));
    expect((await dana.post(link, { ...form, key: 'Another' })).status).toBe(404);
    expect(await html(urls.deskInquiry(id))).toContain('Opened on');
  });

  it('goes into a file whose cells no spreadsheet runs', async () => {
    const id = await anInquiry();
    await app.database.asOwner(
      `update inquiry set answers = answers || '{"organisation": "=cmd()|\\"x\\""}' where id = $1`,
      [id],
    );
    expect((await dana.post(urls.deskFile(), { why: ' ' })).status).toBe(422);
    const file = await dana.post(urls.deskFile(), { why: 'To call them' });
    expect(file.headers.get('content-type')).toContain('text/csv');
    const text = await file.text();
    expect(text).toContain('"ada@lake.example"');
    expect(text).toContain(`"'=cmd()|""x"""`);
    expect(text.split('\r\n')).toHaveLength(3);
    expect(await app.database.asOwner('select ground, why, state from disclosure_entry')).toEqual([
      { ground: 'own-use', why: 'To call them', state: 'recorded' },
    ]);
  });
});

describe('words that operators edit', () => {
  it('are the forms, which can be closed', async () => {
    const html = await (await dana.get(urls.deskForm('teachers'))).text();
    expect(html).toContain('Only if you want to say; you would host in your own name.');
    const fields = ['name', 'email', 'organisation', 'role', 'country', 'teaches', 'learners', 'plans', 'timing'];
    const edited = Object.fromEntries(
      fields.flatMap((f) => [
        [`${f}-label`, `Your ${f}`],
        [`${f}-why`, 'Because.'],
      ]),
    );
    const post = (more: Record<string, string>) =>
      dana.post(urls.deskForm('teachers'), {
        audience: 'Those who teach',
        lead: 'You',
        hostKind: 'teacher',
        ...edited,
        ...more,
      });
    expect((await post({ isOpen: 'yes', 'plans-asked': 'yes', 'plans-why': '' })).status).toBe(422);
    expect((await post({ isOpen: 'yes', 'plans-asked': 'yes' })).status).toBe(303);
    const page = await (await app.site.request(urls.build())).text();
    expect(page).toContain('Those who teach');
    expect(page).toContain('name="teachers-plans"');
    expect(page).not.toContain('name="teachers-country"');
    await post({});
    expect(await (await app.site.request(urls.build())).text()).not.toContain('Those who teach');
  });

  it('are templates, pages and the opening', async () => {
    await dana.post(urls.replyTemplates(), { id: '', name: 'Later', subject: 'Later', body: 'Later' });
    expect((await dana.post(urls.replyTemplates(), { id: '', name: 'Later', subject: 'x', body: 'x' })).status).toBe(
      422,
    );
    const page = {
      slug: 'team',
      kind: 'page',
      title: 'Who we are',
      summary: '',
      body: '# We\n\nPeople',
      published: '',
    };
    expect((await dana.post(urls.deskPages(), { ...page, slug: 'The Team' })).status).toBe(422);
    expect((await dana.post(urls.deskPages(), page)).status).toBe(303);
    expect((await dana.post(urls.deskPages(), page)).status).toBe(422);
    expect((await app.site.request(urls.infoPage('team'))).status).toBe(404);
    await dana.post(urls.deskPage('team'), { ...page, published: '2026-11-24T11:00' });
    expect(await (await app.site.request(urls.infoPage('team'))).text()).toContain('<h2>We</h2>');
    await dana.post(urls.removePage('team'));
    expect((await app.site.request(urls.infoPage('team'))).status).toBe(404);
    expect((await dana.post(urls.opening(), { isComingSoon: 'yes', opensOn: '2027-02-31' })).status).toBe(422);
  });

  it('are mailings: written, looked at, scheduled, taken back; the launch mailing begins with words', async () => {
    const draft = await dana.post(urls.mailings(), { audience: 'teachers', subject: 'News', body: 'Some **news**' });
    const address = new URL(draft.headers.get('location')!, 'https://mooc.test').pathname;
    const shown = async () => (await dana.get(address)).text();
    expect(await shown()).toContain('<strong>news</strong>');
    expect((await dana.post(`${address}/schedule`, { due: 'soon' })).status).toBe(422);
    await dana.post(`${address}/schedule`, { due: '2026-11-25T09:00' });
    expect(await shown()).toContain('Scheduled');
    await dana.post(`${address}/stop`);
    expect(await shown()).toContain('Draft');
    expect((await dana.post(`${address}/test`)).status).toBe(404);
    const launch = await dana.post(urls.launchMailing());
    expect(await (await dana.get(launch.headers.get('location')!)).text()).toContain('mooc is open');
  });
});
