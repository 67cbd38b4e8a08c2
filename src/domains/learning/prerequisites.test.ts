import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { getPublishedVersion, prerequisitesIn } from '../courses/index.ts';
import { giveCourseRole } from '../enrolment/index.ts';
import { aPerson } from '../identity/testing.ts';
import { atBlock, enterCourse } from './enter-course.ts';
import { markWatched } from './index.ts';
import { submitAnswer } from './submit-answer.ts';
import { aReader, block, numberProblem, publishCourse, testCourse, testTools } from './testing.ts';

let database: TestDatabase;
let tools: ReturnType<typeof testTools>;
let personId: string;
let people = 0;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  tools = testTools();
  personId = await aPerson(database, { email: `ada${++people}@lake.example` });
});

const first = 'block-v1:LakeU+Old+Run+type@sequential+block@first';

function publish(settings: Readonly<Record<string, string>>, inFirst: Readonly<Record<string, string>> = {}) {
  const problems = ['one', 'two'].map((name) => block('problem', name, {}, numberProblem));
  const words = (name: string) => block('html', name, {}, '<p>Words</p>');
  return publishCourse(
    database,
    block('course', 'run', { start: '2020-01-01T00:00:00Z' }, [
      block('chapter', 'section', {}, [
        block('sequential', 'first', { display_name: 'Sums', ...inFirst }, [
          block('vertical', 'unit1', {}, [...problems, block('video', 'film', {})]),
        ]),
        block('sequential', 'second', settings, [
          block('vertical', 'unit2', {}, [words('w'), block('problem', 'late', {}, numberProblem)]),
        ]),
        block('sequential', 'third', {}, [block('vertical', 'unit3', {}, [words('x')])]),
      ]),
    ]),
  );
}

async function enter() {
  const entry = await enterCourse(database.read('provide'), tools, personId, testCourse);
  if (entry.type === 'refused') throw new Error(entry.because);
  return entry.reader;
}

async function answer(name: string, value: string) {
  const place = atBlock(await enter(), `problem@${name}`, new Date());
  if (!place) throw new Error(`${name} is closed`);
  return database.write('provide', (w) => submitAnswer(w, tools, place, { '2_1': value }));
}

it('opens a subsection once the other one has the score, and tells how far its reader is', async () => {
  await publish({ required_content: first, min_score: '100' });
  await aReader(database, tools, personId);
  const closed = await enter();
  expect(closed.outline.units.map(({ id, index }) => `${index} ${id}`)).toEqual([
    '0 vertical@unit1',
    '1 vertical@unit3',
  ]);
  expect(closed.outline.unitsById.has('vertical@unit2')).toBe(false);
  for (const id of ['problem@late', 'html@w', 'vertical@unit2']) expect(atBlock(closed, id, new Date())).toBeNull();
  expect(closed.outline.sections[0]!.subsections[1]).toMatchObject({ after: { title: 'Sums' }, units: [] });
  await answer('one', '4');
  expect((await enter()).locks.get('sequential@second')).toEqual({
    first: { id: 'sequential@first', title: 'Sums' },
    score: { reached_percent: 50, needed_percent: 100 },
    completion: null,
  });
  await answer('two', '4');
  const open = await enter();
  expect(open.locks.size).toBe(0);
  expect(atBlock(open, 'problem@late', new Date())).not.toBeNull();
});

it('asks for what is done where the author does', async () => {
  await publish({ required_content: 'first', min_score: '50', min_completion: '100' });
  await aReader(database, tools, personId);
  await answer('one', '4');
  await answer('two', '9');
  expect((await enter()).locks.get('sequential@second')).toMatchObject({
    score: null,
    completion: { done_percent: 66, needed_percent: 100 },
  });
  const film = atBlock(await enter(), 'video@film', new Date())!;
  await database.write('provide', (w) => markWatched(w, film));
  expect((await enter()).locks.size).toBe(0);
});

it('does not tell marks that are hidden', async () => {
  await publish({ required_content: first }, { show_correctness: 'never' });
  await aReader(database, tools, personId);
  await answer('one', '4');
  expect((await enter()).locks.get('sequential@second')?.score).toEqual({ reached_percent: null, needed_percent: 100 });
});

it('lets the team pass, and leaves out circles and what is not there', async () => {
  await publish({ required_content: first }, { required_content: 'second' });
  expect(prerequisitesIn((await getPublishedVersion(database.read('provide'), tools.versions, testCourse))!).size).toBe(
    0,
  );
  await publish({ required_content: 'nothing' });
  await aReader(database, tools, personId);
  expect((await enter()).locks.size).toBe(0);
  await publish({ required_content: first });
  expect((await enter()).locks.size).toBe(1);
  await database.write('provide', (w) => giveCourseRole(w, personId, testCourse, 'staff'));
  expect((await enter()).locks.size).toBe(0);
});
