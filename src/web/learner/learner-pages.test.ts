import { afterAll, beforeAll, expect, it } from 'vitest';
import { aSiteApp, type SiteApp, type TestBrowser } from '../../../test/support/test-site-app.ts';
import { parseKey } from '../../domains/courses/index.ts';
import { enrol, giveCourseRole, leave } from '../../domains/enrolment/index.ts';
import { aPerson, testPassword } from '../../domains/identity/testing.ts';
import { block, numberProblem, oneUnit, publishCourse, testCourse } from '../../domains/learning/testing.ts';
import { ensureMember, ensureOrganisation } from '../../domains/organisations/index.ts';
import type { Writing } from '../../kernel/database/index.ts';
import { urls } from '../urls.ts';

let app: SiteApp;
beforeAll(async () => {
  app = await aSiteApp();
  await publish('The sea rises.');
});
afterAll(() => app.close());

const unit = urls.unit(testCourse, 'vertical@unit1');
const terms = { courseKey: testCourse, opens_at: null, closes_at: null, isInvitationOnly: false, capacity: null };

function publish(words: string, attributes: Readonly<Record<string, string>> = {}) {
  const inside = [
    block('html', 'words', {}, `<p>${words}</p>`),
    block('problem', 'sum', { display_name: 'A sum' }, numberProblem),
    block('html', 'secret', { visible_to_staff_only: 'true' }, '<p>for the team</p>'),
  ];
  return publishCourse(app.database, oneUnit(inside, attributes));
}

let people = 0;
async function signedIn(as: 'learner' | 'staff' | 'member' | 'stranger'): Promise<{ id: string; window: TestBrowser }> {
  const email = `ada${++people}@lake.example`;
  const id = await aPerson(app.database, { email });
  if (as === 'learner') await app.database.write('provide', (w) => enrol(w, id, terms));
  if (as === 'staff') await app.database.write('provide', (w) => giveCourseRole(w, id, testCourse, 'staff'));
  if (as === 'member') await app.database.write('provide', (w) => join(w, id));
  const window = app.browser();
  await window.post(urls.signIn(), { email, password: testPassword });
  return { id, window };
}

/** Makes somebody a member of the course's organisation, in whatever role: here one that changes nothing. */
async function join(w: Writing<'provide'>, personId: string): Promise<void> {
  const { org } = parseKey(testCourse)!;
  await ensureOrganisation(w, { key: org.toLowerCase() });
  await ensureMember(w, org.toLowerCase(), personId, 'translator');
}

it('sends whoever is signed out to sign in, and strangers to the page of the course', async () => {
  const out = await app.browser().get(unit);
  expect([out.status, out.headers.get('location')]).toEqual([303, urls.signIn(unit)]);
  const { window } = await signedIn('stranger');
  const page = await window.get(unit);
  expect(page.status).toBe(403);
  expect(await page.text()).not.toContain('The sea rises.');
});

it('shows the newest published version at once, and closes when the learner leaves', async () => {
  const { id, window } = await signedIn('learner');
  expect(await (await window.get(unit)).text()).toContain('The sea rises.');
  await publish('The sea falls.');
  const page = await (await window.get(unit)).text();
  expect(page).toContain('The sea falls.');
  expect(page).not.toContain('for the team');
  await app.database.write('provide', (w) => leave(w, id, testCourse));
  expect((await window.get(unit)).status).toBe(403);
  await publish('The sea rises.');
});

it.each(['staff', 'member'] as const)('shows the team what it alone sees: %s', async (as) => {
  const { window } = await signedIn(as);
  expect(await (await window.get(unit)).text()).toContain('for the team');
  expect((await window.get(urls.outline(testCourse))).status).toBe(200);
});

it('says when the course opens', async () => {
  await publish('The sea rises.', { start: '2099-05-01T08:00:00Z' });
  const { window } = await signedIn('learner');
  const page = await window.get(unit);
  expect(page.status).toBe(403);
  expect(await page.text()).toContain('May 1, 2099');
  await publish('The sea rises.');
});

it('leads from sections, components and jumps to their unit', async () => {
  const { window } = await signedIn('learner');
  const place = async (address: string) => (await window.get(address)).headers.get('location');
  expect(await place(urls.unit(testCourse, 'chapter@section1'))).toBe(unit);
  expect(await place(urls.jumpTo(testCourse, 'sum'))).toBe(`${unit}#p-problem-sum`);
  expect(await place(urls.resume(testCourse))).toBe(unit);
  expect((await window.get(urls.jumpTo(testCourse, 'nowhere'))).status).toBe(404);
});

it('takes an answer by a plain form, marks it on the page, and remembers that it was seen', async () => {
  const { window } = await signedIn('learner');
  const answer = await window.post(urls.answer(testCourse, 'problem@sum'), { action: 'submit', '2_1': '4' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${unit}#p-problem-sum`]);
  const page = await (await window.get(unit)).text();
  expect(page).toContain('data-mark="correct"');
  await app.powers.learning.seen.flush();
  expect(await (await window.get(unit)).text()).toContain('done-mark-full');
  expect(app.faults()).toBe('');
});

it('lets things be put into the zones of a picture without a script, and marks where they lie', async () => {
  const data = {
    targetImg: '/static/map.png',
    zones: [{ uid: 'n', title: 'North', x: 0, y: 0, width: 9, height: 9 }],
    items: [
      { id: 0, displayName: 'Inari', zones: ['n'], feedback: { correct: 'Far <i>north</i>.', incorrect: '' } },
      { id: 1, displayName: 'Bled', zones: [], feedback: { correct: '', incorrect: '' } },
    ],
  };
  const attributes = { display_name: 'Lakes', question_text: '<p>Where do they lie?</p>', data: JSON.stringify(data) };
  await publishCourse(app.database, oneUnit([block('drag-and-drop-v2', 'lakes', { ...attributes, weight: '6' })]));
  const { window } = await signedIn('learner');
  const asked = await (await window.get(unit)).text();
  expect(asked).toContain('Where do they lie?');
  expect(asked).toContain('<option value="n">North</option>');
  expect(asked).not.toContain('Far <i>north');
  const answer = (form: Record<string, string>) =>
    window.post(urls.answer(testCourse, 'drag-and-drop-v2@lakes'), { action: 'submit', ...form });
  expect((await answer({ '2_1.0': '', '2_1.1': 'n' })).status).toBe(303);
  expect(await (await window.get(unit)).text()).toContain('0 of 6 points');
  expect((await answer({ '2_1.0': 'n', '2_1.1': '' })).headers.get('location')).toContain('#p-drag-and-drop-v2-lakes');
  const marked = await (await window.get(unit)).text();
  expect(marked).toContain('6 of 6 points');
  expect(marked).toContain('Far <i>north</i>.');
  expect(app.faults()).toBe('');
  await publish('The sea rises.');
});

it('takes an answer with the character that no database holds, without it', async () => {
  const { window } = await signedIn('learner');
  const answer = await window.post(urls.answer(testCourse, 'problem@sum'), { action: 'submit', '2_1': '4\0' });
  expect(answer.status).toBe(303);
  expect(await (await window.get(unit)).text()).toContain('data-mark="correct"');
  expect(app.faults()).toBe('');
});

it('rolls an old session on before it shows the page', async () => {
  const { id, window } = await signedIn('learner');
  await app.database.asOwner("update session set seen_at = now() - interval '2 hours' where person_id = $1", [id]);
  const first = await window.get(unit);
  expect([first.status, first.headers.get('location')]).toEqual([303, unit]);
  expect((await window.get(unit)).status).toBe(200);
});

it('keeps a subsection closed until another one is passed, by every way', async () => {
  const courseKey = 'course-v1:LakeU+Gates+1';
  const inside = (name: string) => [block('vertical', name, {}, [block('problem', `p-${name}`, {}, numberProblem)])];
  await publishCourse(
    app.database,
    block('course', 'run', { start: '2020-01-01T00:00:00Z' }, [
      block('chapter', 'section', {}, [
        block('sequential', 'first', { display_name: 'Sums' }, inside('one')),
        block('sequential', 'second', { required_content: 'first' }, inside('two')),
      ]),
    ]),
    courseKey,
  );
  const { id, window } = await signedIn('stranger');
  await app.database.write('provide', (w) => enrol(w, id, { ...terms, courseKey }));
  expect(await (await window.get(urls.outline(courseKey))).text()).toContain('0 % of its points reached, 100 % needed');
  const closed = await window.get(urls.unit(courseKey, 'vertical@two'));
  expect(closed.status).toBe(403);
  expect(await closed.text()).toContain(`href="${urls.unit(courseKey, 'sequential@first')}"`);
  const open = await (await window.get(urls.unit(courseKey, 'vertical@one'))).text();
  expect(open).toContain('Opens after “Sums”');
  expect(open).not.toContain(urls.unit(courseKey, 'vertical@two'));
  const answered = (name: string) => window.post(urls.answer(courseKey, `problem@p-${name}`), { '2_1': '4' });
  expect((await answered('two')).status).toBe(404);
  expect((await answered('one')).status).toBe(303);
  expect((await window.get(urls.unit(courseKey, 'vertical@two'))).status).toBe(200);
});
