import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { aPerson } from '../identity/testing.ts';
import {
  addBookmark,
  askHint,
  type BlockReader,
  enterCourse,
  findProgress,
  indexCourse,
  listBookmarks,
  removeBookmark,
  resetProblem,
  saveAnswer,
  searchCourse,
  showAnswer,
  showProblem,
  submitAnswer,
} from './index.ts';
import { aReader, at, block, numberProblem, oneUnit, publishCourse, testCourse, testTools } from './testing.ts';

let database: TestDatabase;
const tools = testTools();
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

let people = 0;
const ada = () => aPerson(database, { email: `ada${++people}@example.org` });
const read = () => database.read('provide');

async function viewOf(here: BlockReader) {
  const shown = await showProblem(read(), tools, here);
  if (shown.type !== 'shown') throw new Error(shown.type);
  return shown.view;
}

const limited = oneUnit([
  block('problem', 'sum', { max_attempts: '2', showanswer: 'finished' }, numberProblem),
  block('html', 'words', { display_name: 'The Moon' }, '<p>Spring tides follow the new moon.</p>'),
]);

it('counts each of many submissions that come at once, and none beyond the limit', async () => {
  await publishCourse(database, limited);
  const person = await ada();
  const here = at(await aReader(database, tools, person), 'problem@sum');
  const submit = () => database.write('provide', (w) => submitAnswer(w, tools, here, { '2_1': '3' }));
  const answers = await Promise.all(Array.from({ length: 8 }, submit));
  expect(answers.filter(({ type }) => type === 'answered')).toHaveLength(2);
  expect(answers.filter((answer) => answer.type === 'refused' && answer.because === 'closed')).toHaveLength(6);
  const kept = await database.asOwner<{ attempt: number }>(
    'select attempt from submission where person_id = $1 order by 1',
    [person],
  );
  expect(kept.map(({ attempt }) => attempt)).toEqual([1, 2]);
  expect(await viewOf(here)).toMatchObject({
    attempts: { used: 2, max: 2 },
    closed: 'attempts-used',
    score: { earned: 0, possible: 1 },
  });
});

it('marks a right answer, completes the problem, and shows the solution only once it may', async () => {
  await publishCourse(database, limited);
  const reader = await aReader(database, tools, await ada());
  const here = at(reader, 'problem@sum');
  const early = await database.write('provide', (w) => showAnswer(w, tools, here));
  expect(early).toEqual({ type: 'refused', because: 'not-offered' });
  const answered = await database.write('provide', (w) => submitAnswer(w, tools, here, { '2_1': ' 4.0' }));
  expect(answered).toEqual({ type: 'answered', attempt: 1, score: 1, most: 1 });
  expect(await database.write('provide', (w) => showAnswer(w, tools, here))).toEqual({ type: 'shown' });
  const view = await viewOf(here);
  expect(view.marks).toMatchObject({ '2_1': { correctness: 'correct' } });
  expect(view.shownAnswers).toEqual({ answers: { '2_1': '4' }, areas: {}, solutions: ['<p>Four.</p>'] });
  expect(await findProgress(read(), reader)).toMatchObject({ done: 0, all: 1 });
});

it('keeps an answer that can not be read, says what to mend, and counts nothing', async () => {
  await publishCourse(database, limited);
  const here = at(await aReader(database, tools, await ada()), 'problem@sum');
  const answer = await database.write('provide', (w) => submitAnswer(w, tools, here, { '2_1': 'four((' }));
  expect(answer).toMatchObject({ type: 'refused', because: 'unreadable' });
  const view = await viewOf(here);
  expect(view).toMatchObject({ answers: { '2_1': 'four((' }, attempts: { used: 0 }, marks: {} });
  expect(view.refusal).toBeTruthy();
});

it('saves without grading, resets without giving attempts back, and shows hint after hint', async () => {
  await publishCourse(
    database,
    oneUnit([block('problem', 'sum', { max_attempts: '3', rerandomize: 'onreset' }, numberProblem)]),
  );
  const here = at(await aReader(database, tools, await ada()), 'problem@sum');
  const run = <T>(verb: (w: Parameters<Parameters<typeof database.write<'provide', T>>[1]>[0]) => Promise<T>) =>
    database.write('provide', verb);
  expect(await run((w) => resetProblem(w, tools, here))).toEqual({ type: 'refused', because: 'not-done' });
  expect(await run((w) => saveAnswer(w, tools, here, { '2_1': '7' }))).toEqual({ type: 'saved' });
  expect(await viewOf(here)).toMatchObject({ answers: { '2_1': '7' }, score: null });
  await run((w) => submitAnswer(w, tools, here, { '2_1': '7' }));
  expect(await run((w) => resetProblem(w, tools, here))).toEqual({ type: 'reset' });
  expect(await viewOf(here)).toMatchObject({
    answers: {},
    attempts: { used: 1 },
    marks: {},
  });
  await run((w) => askHint(w, tools, here));
  expect(await run((w) => askHint(w, tools, here))).toEqual({ type: 'hint', shown: 2 });
  const hints = (await viewOf(here)).hints;
  expect(hints).toEqual({ count: 2, shown: ['Count on.', 'Use your <b>fingers</b>.'] });
});

it('lets nobody in who is not enrolled', async () => {
  await publishCourse(database, limited);
  const entry = await enterCourse(read(), tools, await ada(), testCourse);
  expect(entry).toEqual({ type: 'refused', because: 'not-enrolled' });
});

it('finds words by their stem, only in what the reader may see, and never in answers', async () => {
  const versionId = await publishCourse(
    database,
    oneUnit([
      block('html', 'open', { display_name: 'Springs' }, '<p>The tides follow <em>new moons</em> &amp; full ones.</p>'),
      block('html', 'shut', { visible_to_staff_only: 'true' }, '<p>moons for staff</p>'),
      block('problem', 'sum', {}, numberProblem),
    ]),
  );
  await database.write('provide', (w) => indexCourse(w, tools, versionId));
  const reader = await aReader(database, tools, await ada());
  const hits = await searchCourse(read(), reader, 'moon');
  expect(hits.map(({ blockId }) => blockId)).toEqual(['html@open']);
  expect(hits[0]?.passage.filter(({ isFound }) => isFound).map(({ text }) => text)).toEqual(['moons']);
  expect(await searchCourse(read(), reader, 'four')).toEqual([]);
  expect(await searchCourse(read(), reader, "'; drop table person --")).toEqual([]);
});

it('keeps bookmarks until they are taken away', async () => {
  await publishCourse(database, limited);
  const reader = await aReader(database, tools, await ada());
  const [unit] = reader.outline.units;
  await database.write('provide', (w) => addBookmark(w, reader, unit!));
  await database.write('provide', (w) => addBookmark(w, reader, unit!));
  expect((await listBookmarks(read(), reader)).map((bookmark) => bookmark.unit.id)).toEqual(['vertical@unit1']);
  await database.write('provide', (w) => removeBookmark(w, reader, unit!));
  expect(await listBookmarks(read(), reader)).toEqual([]);
});
