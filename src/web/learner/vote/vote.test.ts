import { afterAll, beforeAll, expect, it } from 'vitest';
import { aSiteApp, type SiteApp, type TestBrowser } from '../../../../test/support/test-site-app.ts';
import { enrol } from '../../../domains/enrolment/index.ts';
import { aPerson, testPassword } from '../../../domains/identity/testing.ts';
import { block, oneUnit, publishCourse, testCourse } from '../../../domains/learning/testing.ts';
import { urls } from '../../urls.ts';

let app: SiteApp;
let ada: TestBrowser;
const attack = `<img src=x onerror=ran()>"'><script>ran()</script>`;
const unit = urls.unit(testCourse, 'vertical@unit1');

beforeAll(async () => {
  app = await aSiteApp();
  const answers = JSON.stringify([
    [attack, { label: `**Nile** ${attack}`, img: 'javascript:ran()', img_alt: attack }],
    ['b', { label: 'Danube' }],
  ]);
  const poll = { display_name: attack, question: `# Which ${attack}`, answers, feedback: attack };
  await publishCourse(
    app.database,
    oneUnit([
      block('poll', 'p', poll),
      block('word_cloud', 'w', { instructions: attack, num_inputs: '2' }),
      block('done', 'd'),
    ]),
  );
  const id = await aPerson(app.database, { email: 'ada@lake.example' });
  const terms = { courseKey: testCourse, opens_at: null, closes_at: null, isInvitationOnly: false, capacity: null };
  await app.database.write('provide', (w) => enrol(w, id, terms));
  ada = app.browser();
  await ada.post(urls.signIn(), { email: 'ada@lake.example', password: testPassword });
});
afterAll(() => app.close());

/** A script, a handler, an address that runs: outside of what is only text or a value. */
function trespassIn(html: string): string | null {
  const address = /(?:src|href)="\s*javascript:/i.exec(html);
  return (address ?? /<script>|<[^>]*\sonerror=/i.exec(html.replaceAll(/"[^"]*"/g, '""')))?.[0] ?? null;
}

it('asks, takes one answer and shows how all have answered, whatever its author and its learners wrote', async () => {
  const before = await (await ada.get(unit)).text();
  expect(before).toContain('<strong>Nile</strong>');
  expect(before).toContain('Send my answer');
  expect(before).not.toContain('How all have answered');
  expect(trespassIn(attack)).not.toBeNull();
  expect(trespassIn(before)).toBeNull();

  const vote = urls.vote(testCourse, 'poll@p');
  const voted = await ada.post(vote, { 'answer-': attack });
  expect(voted.headers.get('location')).toBe(`${unit}#v-poll-p`);
  const cloud = await ada.post(urls.vote(testCourse, 'word_cloud@w'), { word: attack }, { 'x-part': '1' });
  const part = await cloud.text();
  expect(decodeURIComponent(cloud.headers.get('x-said')!)).toBe('Your answer was taken.');
  expect(part).toContain('&lt;img src=x onerror=ran()&gt;');

  const after = await (await ada.get(unit)).text();
  expect(after).toContain('1 · 100 %');
  expect(after).not.toContain('Send my answer');
  for (const html of [part, after]) expect(trespassIn(html)).toBeNull();

  const again = await ada.post(vote, { 'answer-': 'b' });
  expect(again.status).toBe(409);
  expect(await again.text()).toContain('You have answered already.');
  expect((await ada.post(urls.vote(testCourse, 'html@none'), {})).status).toBe(404);
  expect((await app.browser().post(vote, { 'answer-': 'b' })).status).toBe(303);
  expect(app.faults()).toBe('');
});

it('sets the mark of a learner, and takes it away', async () => {
  const mark = urls.doneMark(testCourse, 'done@d');
  const count = async () => (await app.database.asOwner("select from completion where block_id = 'done@d'")).length;
  expect(await (await ada.get(unit)).text()).toContain('Mark as done');
  expect(await count()).toBe(0);
  expect((await ada.post(mark, { done: 'yes' })).status).toBe(303);
  expect(await count()).toBe(1);
  expect(await (await ada.get(unit)).text()).toContain('Take the mark away');
  expect(await (await ada.post(mark, { done: 'no' }, { 'x-part': '1' })).text()).toContain('Mark as done');
  expect(await count()).toBe(0);
  expect((await ada.post(urls.doneMark(testCourse, 'poll@p'), { done: 'yes' })).status).toBe(404);
});
