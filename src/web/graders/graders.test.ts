import { afterAll, beforeAll, expect, it } from 'vitest';
import { aSiteApp, type SiteApp, type TestBrowser } from '../../../test/support/test-site-app.ts';
import { enrol } from '../../domains/enrolment/index.ts';
import { aPerson, testPassword } from '../../domains/identity/testing.ts';
import { block, oneUnit, publishCourse, testCourse } from '../../domains/learning/testing.ts';
import type { BrowserFiles } from '../request/browser-files.ts';
import { createSite } from '../site.tsx';
import { urls } from '../urls.ts';

const graderToken = 'a-token-of-thirty-two-characters';
const page = urls.unit(testCourse, 'vertical@unit1');
const program = `<problem><p>Print 42.</p><coderesponse queuename="python"><textbox points="4" mode="python"/>
  <codeparam><grader_payload>tests: 2</grader_payload></codeparam></coderesponse>
  <numericalresponse answer="4"><formulaequationinput/></numericalresponse></problem>`;

const noBrowserFiles: BrowserFiles = { assets: { styles: [], script: (name) => `/site/${name}.js` }, files: new Map() };

let app: SiteApp;
let clock_ms = Date.parse('2026-11-24T12:00:00Z');
beforeAll(async () => {
  app = await aSiteApp({ config: { graderToken }, clock: () => new Date(clock_ms) });
  await publishCourse(app.database, oneUnit([block('problem', 'program', { weight: '10' }, program)]));
});
afterAll(() => app.close());

let people = 0;
async function learner(): Promise<{ id: string; window: TestBrowser }> {
  const email = `ada${++people}@lake.example`;
  const id = await aPerson(app.database, { email });
  const terms = { courseKey: testCourse, opens_at: null, closes_at: null, isInvitationOnly: false, capacity: null };
  await app.database.write('provide', (w) => enrol(w, id, terms));
  const window = app.browser();
  await window.post(urls.signIn(), { email, password: testPassword });
  return { id, window };
}

const handIn = (window: TestBrowser, code: string) =>
  window.post(urls.answer(testCourse, 'problem@program'), { action: 'submit', '2_1': code, '3_1': '4' });

/** A grader: no browser, no session, no Origin. */
async function grader(address: string, body: unknown, token: string | null = graderToken): Promise<Response> {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (token !== null) headers.authorization = `Bearer ${token}`;
  return app.site.request(address, { method: 'POST', headers, body: JSON.stringify(body) });
}
const next = (queue = 'python') => grader(urls.nextToGrade(), { queue });

it('says who judges, lets the answer wait, and marks it when the grader has answered', async () => {
  const { id, window } = await learner();
  expect(await (await window.get(page)).text()).toContain('A grader outside of this site judges this question');
  expect((await handIn(window, 'print(42)')).status).toBe(303);
  const waiting = await (await window.get(page)).text();
  expect(waiting).toContain('Waiting to be graded');
  expect(waiting).not.toContain('of 10 points');

  expect((await next('another')).status).toBe(204);
  const task = (await (await next()).json()) as Record<string, unknown>;
  expect(task).toMatchObject({
    queue: 'python',
    course: testCourse,
    block: 'problem@program',
    attempt: 1,
    payload: 'tests: 2',
    answers: { '2_1': 'print(42)' },
  });
  expect(JSON.stringify(task)).not.toContain(id);
  expect((await next()).status).toBe(204);

  const message = '<p>Two of four.</p><script>alert(1)</script>';
  expect((await grader(urls.graded(String(task.id)), { score: 0.5, message })).status).toBe(204);
  const marked = await (await window.get(page)).text();
  expect(marked).toContain('data-mark="partially-correct"');
  expect(marked).toContain('Two of four.');
  expect(marked).not.toContain('alert(1)');
  // 2 of 4 points by the grader and 1 of 1 here, of a weight of 10.
  expect(marked).toContain('6 of 10 points');
  const kept = await app.database.asOwner('select earned, possible, submitted from submission where person_id = $1', [
    id,
  ]);
  expect(kept).toMatchObject([
    { earned: 3, possible: 5, submitted: { correctness: { '2_1': 'partially-correct', '3_1': 'correct' } } },
  ]);
  expect((await grader(urls.graded(String(task.id)), { score: 1 })).status).toBe(404);
  expect(app.faults()).toBe('');
});

it('gives what was taken and never judged to the next grader, and different answers to two at once', async () => {
  const [ada, ben] = [await learner(), await learner()];
  await handIn(ada.window, 'a');
  await handIn(ben.window, 'b');
  const ids = await Promise.all(
    [next(), next()].map(async (answer) => ((await (await answer).json()) as { id: string }).id),
  );
  expect(new Set(ids).size).toBe(2);
  expect((await next()).status).toBe(204);
  clock_ms += 11 * 60_000;
  expect((await next()).status).toBe(200);
  for (const id of ids) await grader(urls.graded(id), { score: 1 });
});

it('counts a verdict on an earlier attempt for that attempt, and not for what is on the page', async () => {
  const { id, window } = await learner();
  await handIn(window, 'first');
  const task = (await (await next()).json()) as { id: string };
  await handIn(window, 'second');
  expect((await grader(urls.graded(task.id), { score: 1, message: 'for the first' })).status).toBe(204);
  const shown = await (await window.get(page)).text();
  expect(shown).toContain('Waiting to be graded');
  expect(shown).not.toContain('for the first');
  const rows = await app.database.asOwner('select earned from submission where person_id = $1 order by attempt', [id]);
  expect(rows).toEqual([{ earned: 5 }, { earned: 1 }]);
});

it('turns away strangers, and what is no verdict', async () => {
  expect((await grader(urls.nextToGrade(), { queue: 'python' }, null)).status).toBe(401);
  expect((await grader(urls.nextToGrade(), { queue: 'python' }, `${graderToken}!`)).status).toBe(401);
  expect((await grader(urls.nextToGrade(), {})).status).toBe(400);
  for (const wrong of [{ score: 2 }, { score: '1' }, { score: 1, more: 1 }, 'no object']) {
    expect((await grader(urls.graded('0199aaaa-0000-7000-8000-000000000000'), wrong)).status).toBe(400);
  }
  for (const id of ['0199aaaa-0000-7000-8000-000000000000', 'x', "'"]) {
    expect((await grader(urls.graded(id), { score: 1 })).status).toBe(404);
  }
});

it('takes no answer where no graders are connected, and says so', async () => {
  const { window } = await learner();
  const { config, learning } = app.powers;
  const tools = { ...learning, hasGraders: false };
  const lonely = createSite(
    { ...app.powers, config: { ...config, graderToken: null }, learning: tools },
    noBrowserFiles,
  );
  expect((await lonely.request(urls.nextToGrade(), { method: 'POST' })).status).toBe(404);
  const answer = await lonely.request(urls.answer(testCourse, 'problem@program'), {
    method: 'POST',
    headers: {
      cookie: window.cookie(),
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'action=submit&2_1=x&3_1=4',
  });
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain('no grader for this question');
});

it('takes no offence at the character 0, which compilers write', async () => {
  const { window } = await learner();
  await handIn(window, 'print(0)');
  expect((await next('py\0thon\0x')).status).toBe(204);
  const waits = async () => (await (await next()).json()) as { id: string; answers: Record<string, string> };
  let task = await waits();
  // Others of this file wait, too.
  for (let i = 0; i < 5 && task.answers['2_1'] !== 'print(0)'; i++) task = await waits();
  const said = { score: 1, message: '<p>It printed \0 and ended.</p>' };
  expect((await grader(urls.graded(task.id), said)).status).toBe(204);
  expect(await (await window.get(page)).text()).toContain('It printed  and ended.');
});
