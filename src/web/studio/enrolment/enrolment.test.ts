import { afterAll, beforeAll, expect, it } from 'vitest';
import { anAuthor, type StudioAuthor } from '../../../../test/support/studio-app.ts';
import { aSiteApp, type SiteApp, type TestBrowser } from '../../../../test/support/test-site-app.ts';
import { getDraftVersion, publishVersion } from '../../../domains/courses/index.ts';
import { findCourseRole, findEnrolment } from '../../../domains/enrolment/index.ts';
import { aPerson, testPassword } from '../../../domains/identity/testing.ts';
import { listOutbox } from '../../../kernel/mail/index.ts';
import { urls } from '../../urls.ts';

let app: SiteApp;
let chidi: StudioAuthor;
let ada: TestBrowser;
let adaId: string;
beforeAll(async () => {
  app = await aSiteApp();
  chidi = await anAuthor(app);
  adaId = await aPerson(app.database, { email: 'ada@lake.example', name: 'Ada' });
  ada = app.browser();
  await ada.post(urls.signIn(), { email: 'ada@lake.example', password: testPassword });
});
afterAll(async () => {
  expect(app.faults()).toBe('');
  await app.close();
});

const act = (what: string, form: Record<string, string>) =>
  chidi.browser.post(urls.studioEnrolmentDo(chidi.courseKey, what), form);
const isEnrolled = async () =>
  (await findEnrolment(app.database.read('provide'), adaId, chidi.courseKey))?.isActive === true;
const coursePage = async (browser: TestBrowser) => (await browser.get(urls.course(chidi.courseKey))).text();

async function publish(): Promise<void> {
  const { versions, database } = app.powers;
  const draft = await getDraftVersion(database.read('provide'), versions, chidi.courseKey);
  await database.write('provide', (w) => publishVersion(w, chidi.courseKey, draft!.versionId));
}

async function newestLink(): Promise<string> {
  const [letter] = await listOutbox(app.database.read('contact'));
  return new URL(/https:\/\/\S+/.exec(letter!.text!)![0]).pathname;
}

it('closes a course once its rules are published, and opens it by a code', async () => {
  await publish();
  expect(await coursePage(ada)).toContain(`action="${urls.enrol(chidi.courseKey)}"`);
  expect((await act('rules', { rule: 'club', capacity: 'many' })).status).toBe(422);
  expect((await act('rules', { rule: 'invited', capacity: '1' })).status).toBe(303);
  expect(await coursePage(ada)).toContain(`action="${urls.enrol(chidi.courseKey)}"`);
  await publish();
  expect(await coursePage(ada)).toContain(`action="${urls.enrolByCode(chidi.courseKey)}"`);
  const refused = await ada.post(urls.enrol(chidi.courseKey));
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('by invitation only');

  expect((await act('codes', { label: '', uses: '0', days: 'x' })).status).toBe(422);
  const made = await (await act('codes', { label: 'Schools', uses: '1', days: '7' })).text();
  const code = /[A-Z2-9]{5}-[A-Z2-9]{5}-[A-Z2-9]{5}/.exec(made)![0];
  const shown = await (await chidi.browser.get(urls.studioEnrolment(chidi.courseKey))).text();
  expect(shown).toContain('Schools');
  expect(shown).not.toContain(code);
  // The link fills the form in, and grants nothing by itself.
  const link = urls.courseWithCode(chidi.courseKey, code);
  expect(made).toContain(link);
  expect(await (await ada.get(link)).text()).toContain(`value="${code}"`);
  expect(await isEnrolled()).toBe(false);
  expect((await ada.post(urls.enrolByCode(chidi.courseKey), { code: 'AAAAA' })).status).toBe(409);
  expect((await ada.post(urls.enrolByCode(chidi.courseKey), { code })).status).toBe(303);
  expect(await isEnrolled()).toBe(true);

  const page = await (await chidi.browser.get(urls.studioLearners(chidi.courseKey))).text();
  expect(page).toContain('Ada');
  const mine = await (await ada.get(urls.myLedger())).text();
  expect(mine).toContain('Looked at by the team of a course');
  await act('unenrol', { learner: /name="learner" value="([^"]+)"/.exec(page)![1]! });
  expect(await isEnrolled()).toBe(false);
});

it('stops guessing at codes', async () => {
  let status = 0;
  for (let at = 0; at < 25 && status !== 429; at++)
    status = (await ada.post(urls.enrolByCode(chidi.courseKey), { code: `AAAA${at}` })).status;
  expect(status).toBe(429);
});

it('invites by letters, and says which line is no address', async () => {
  const wrong = await act('invite', { addresses: 'ada@lake.example\nada' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('Line 2 is no e-mail address');
  expect((await act('invite', { addresses: 'ada@lake.example' })).status).toBe(303);
  const link = await newestLink();
  expect(await (await app.browser().get(link)).text()).toContain(`next=${encodeURIComponent(link)}`);
  expect(await (await ada.get(link)).text()).toContain('You are asked to take the course Rivers');
  expect(await isEnrolled()).toBe(false);
  expect((await ada.post(link)).status).toBe(303);
  expect(await isEnrolled()).toBe(true);
  expect((await ada.get(link)).status).toBe(404);
  const list = await (await chidi.browser.get(urls.studioEnrolment(chidi.courseKey))).text();
  expect(list).toContain('Accepted on');
  const other = app.browser();
  await aPerson(app.database, { email: 'ben@lake.example', name: 'Ben' });
  await other.post(urls.signIn(), { email: 'ben@lake.example', password: testPassword });
  await act('rules', { rule: 'open', capacity: '1' });
  await publish();
  expect(await coursePage(other)).toContain('All places are taken');
});

it('takes somebody from outside onto the team, and lets them go', async () => {
  const team = (what: string, form = {}) => chidi.browser.post(urls.studioTeamDo(chidi.courseKey, what), form);
  expect((await team('invite', { email: 'ada', as: 'staff' })).status).toBe(422);
  expect((await team('invite', { email: 'ada@lake.example', as: 'owner' })).status).toBe(422);
  expect((await team('invite', { email: 'ada@lake.example', as: 'staff' })).status).toBe(303);
  await ada.post(await newestLink());
  const role = () => findCourseRole(app.database.read('provide'), adaId, chidi.courseKey);
  expect(await role()).toBe('staff');
  expect(await (await ada.get(urls.studioTeam(chidi.courseKey))).text()).toContain('Leave the team');
  // Of the team only who leads it changes it.
  expect((await ada.post(urls.studioTeamDo(chidi.courseKey, 'invite'), {})).status).toBe(403);
  const page = await (await chidi.browser.get(urls.studioTeam(chidi.courseKey))).text();
  const member = /name="member" value="([^"]+)"/.exec(page)![1]!;
  expect((await team('end', { member })).status).toBe(303);
  expect(await role()).toBeNull();
  const self = /<option value="([^"]+)">Chidi/.exec(page)![1]!;
  expect((await team('give', { member: self, role: 'beta' })).status).toBe(303);
  expect((await team('leave')).status).toBe(303);
});
