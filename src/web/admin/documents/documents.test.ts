import { afterAll, beforeAll, expect, it } from 'vitest';
import { aSiteApp, type SiteApp, type TestBrowser } from '../../../../test/support/test-site-app.ts';
import { aPerson, testPassword } from '../../../domains/identity/testing.ts';
import {
  aReader,
  block,
  numberProblem,
  oneUnit,
  publishCourse,
  testCourse,
} from '../../../domains/learning/testing.ts';
import { urls } from '../../urls.ts';

let app: SiteApp;
let now = new Date('2026-11-30T10:00:20Z');
let dana: TestBrowser;
const graded = block('problem', 'sum', { graded: 'true', display_name: 'Sum' }, numberProblem);

beforeAll(async () => {
  app = await aSiteApp({ clock: () => now });
  await aPerson(app.database, { email: 'dana@lake.example', name: 'Dana', isOperator: true });
  dana = await signedIn('dana@lake.example');
  await publishCourse(app.database, oneUnit([graded], { graded: 'true' }));
});
afterAll(() => app.close());

async function signedIn(email: string): Promise<TestBrowser> {
  const browser = app.browser();
  await browser.post(urls.signIn(), { email, password: testPassword });
  return browser;
}

async function aLearner(name: string): Promise<{ readonly id: string; readonly browser: TestBrowser }> {
  const email = `${name}@lake.example`;
  const id = await aPerson(app.database, { email, name });
  await aReader(app.database, app.powers.learning, id);
  return { id, browser: await signedIn(email) };
}

const textOf = async (browser: TestBrowser, address: string) => (await browser.get(address)).text();
const unit = urls.unit(testCourse, 'vertical@unit1');
const answer = urls.answer(testCourse, 'problem@sum');
const rows = (sql: string, id: string) => app.database.asOwner<Record<string, unknown>>(sql, [id]);
const acknowledged = (id: string) =>
  rows('select document, version, answer from acknowledgement where person_id = $1 order by 1, 2', id);
async function eventsOf(id: string): Promise<number> {
  await app.powers.intake.flush();
  return (await rows('select from event where person_id = $1', id)).length;
}

it('lets nobody in but operators', async () => {
  expect((await app.browser().get(urls.adminDocument('privacy'))).status).toBe(303);
  const { browser } = await aLearner('eli');
  for (const address of [urls.adminDocuments(), urls.adminDocument('privacy')])
    expect((await browser.get(address)).status).toBe(403);
});

it('tells everybody of a new version, and records each person once however many pages they open at once', async () => {
  const ada = await aLearner('ada');
  await ada.browser.post(urls.acknowledge(), { next: '/' });
  expect(await textOf(ada.browser, unit)).not.toContain(urls.acknowledge());
  expect(await textOf(app.browser(), urls.home())).not.toContain('class="banner"');

  const current = app.powers.documents.currentDocument('privacy', now);
  const text = current.source.replace('after 180 days the whole is deleted', 'after 90 days the whole is deleted');
  const added = `${text}\n## Our own {#P17}\n\nWe bake bread.\n`;
  const form = { text: added.replaceAll('\n', '\r\n'), from: '2026-12-01T08:00', act: 'preview' };
  const preview = (await dana.post(urls.adminDocument('privacy'), form)).headers.get('location') ?? '';
  const shown = await textOf(dana, preview);
  expect(shown).toMatch(/<del>[^/]*<\/span>180 <\/del><ins>[^/]*<\/span>90 <\/ins>/);
  expect(shown).toContain('No check of the software keeps P17');
  const seen = /name="seen" value="([0-9a-f]+)"/.exec(shown)?.[1] ?? '';
  // Another operator's change in between is looked at again.
  expect(
    (await dana.post(urls.postDocument('privacy'), { from: form.from, seen: 'other' })).headers.get('location'),
  ).toBe(preview);
  await dana.post(urls.postDocument('privacy'), { from: form.from, seen });

  now = new Date('2026-12-01T07:59:59.999Z');
  // A session of days ago is renewed first.
  await ada.browser.get(urls.courses());
  expect(await textOf(app.browser(), urls.home())).not.toContain('class="banner"');
  now = new Date('2026-12-01T08:00:00Z');
  const changes = urls.documentChanges('privacy', '2026-11-24', '2026-12-01-0800').replaceAll('&', '&amp;');
  expect(await textOf(app.browser(), urls.home())).toContain(changes);
  const pages = await Promise.all(
    Array.from({ length: 8 }, (_, i) => textOf(ada.browser, i % 2 ? unit : urls.courses())),
  );
  for (const page of pages) expect(page).toContain(changes);
  expect(await acknowledged(ada.id)).toEqual([
    { document: 'privacy', version: '2026-11-24', answer: 'noted' },
    { document: 'privacy', version: '2026-12-01-0800', answer: null },
    { document: 'terms', version: '2026-11-24', answer: 'noted' },
  ]);
  await ada.browser.post(urls.acknowledge(), { next: '/' });
  expect(await textOf(ada.browser, unit)).not.toContain('class="banner"');

  now = new Date('2026-12-31T08:00:00Z');
  expect(await textOf(app.browser(), urls.home())).not.toContain('class="banner"');
  const archive = await textOf(app.browser(), urls.documentVersion('privacy', '2026-11-24'));
  expect(archive).toContain('after 180 days the whole is deleted');
  expect(await textOf(app.browser(), changes.replaceAll('&amp;', '&'))).toMatch(/<ins>[^/]*<\/span>90 <\/ins>/);
  expect((await app.browser().get(urls.documentChanges('privacy', '2026-11-24', 'x'))).status).toBe(404);
});

it('collects nothing more of who does not agree, and lets them take all along', async () => {
  const ben = await aLearner('ben');
  await ben.browser.post(urls.acknowledge(), { next: '/' });
  await app.database.asOwner(
    `insert into consent (id, person_id, use, wording, version, shown, control, given_at)
     values (gen_random_uuid(), $1, 'improve', 1, 'x', 'x', 'choices.allow', now())`,
    [ben.id],
  );
  await ben.browser.get(urls.courses());
  expect(await eventsOf(ben.id)).toBe(1);
  const visits = await rows('select policy_version from visit where person_id = $1', ben.id);
  expect(visits).toEqual([{ policy_version: '2026-12-01-0800' }]);

  expect(await textOf(ben.browser, urls.disagree())).toContain(`action="${urls.disagree()}"`);
  const before = await eventsOf(ben.id);
  await ben.browser.post(urls.disagree());
  const page = await textOf(ben.browser, unit);
  expect(page).toContain(urls.disagree());
  await ben.browser.get(urls.courses());
  await ben.browser.send(urls.events(), JSON.stringify([{ type: 'control.used', data: { control: 'site.courses' } }]));
  expect((await ben.browser.post(answer, { '2_1': '4' })).headers.get('location')).toBe(urls.disagree());
  await app.powers.learning.seen.close();
  expect(await eventsOf(ben.id)).toBe(before);
  for (const table of ['submission', 'completion', 'course_position'])
    expect(await rows(`select from ${table} where person_id = $1`, ben.id)).toEqual([]);
  expect((await ben.browser.get(urls.myData())).status).toBe(200);
  expect((await ben.browser.post(urls.leave(testCourse))).headers.get('location')).toBe(urls.justLeft());

  await ben.browser.post(urls.acknowledge(), { next: '/' });
  await ben.browser.get(urls.courses());
  expect(await eventsOf(ben.id)).toBe(before + 1);
});

it('asks for the Honor Code once in a course before work that counts, with the answer kept', async () => {
  const { id, browser } = await aLearner('cleo');
  const asked = await browser.post(answer, { action: 'submit', '2_1': '4' });
  expect(asked.status).toBe(200);
  const question = await asked.text();
  expect(question).toContain('<input type="hidden" name="2_1" value="4"');
  expect(question).toContain('My work is my own');
  expect(await rows('select from submission where person_id = $1', id)).toEqual([]);

  // An old version accepts nothing.
  await browser.post(answer, { action: 'submit', '2_1': '4', 'honor-code': '2020-01-01' });
  expect(await rows('select from honor_code_acceptance where person_id = $1', id)).toEqual([]);
  const version = /name="honor-code" value="([^"]+)"/.exec(question)?.[1] ?? '';
  const twice = { action: 'submit', '2_1': '4', 'honor-code': version };
  await Promise.all([browser.post(answer, twice), browser.post(answer, twice)]);
  const accepted = await rows('select course_key, version from honor_code_acceptance where person_id = $1', id);
  expect(accepted).toEqual([{ course_key: testCourse, version: '2026-11-24' }]);
  expect(await rows('select earned from submission where person_id = $1 and attempt = 1', id)).toEqual([{ earned: 1 }]);
  expect(app.faults()).toBe('');
});
