import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { aPerson } from '../identity/testing.ts';
import { type AskedView, castVote, findProgress, showVotes } from './index.ts';
import { aReader, at, block, oneUnit, publishCourse, testTools } from './testing.ts';

let database: TestDatabase;
const tools = testTools();
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());
afterEach(() => database.asOwner('delete from vote'));

let people = 0;
const rivers = (keys: readonly string[]) =>
  JSON.stringify(keys.map((key) => [key, { label: key, img: '', img_alt: '' }]));
const unit = (answers = rivers(['nile', 'danube'])) =>
  oneUnit([
    block('poll', 'open', { question: 'Which?', answers }),
    block('poll', 'secret', { question: 'Which?', answers, private_results: 'true', max_submissions: '2' }),
    block('survey', 'several', {
      questions: rivers(['long', 'wide', '__proto__']),
      answers: '[["y","Yes"],["n","No"]]',
    }),
    block('word_cloud', 'words', { num_inputs: '2' }),
  ]);

async function aVoter(isStaff = false) {
  const id = await aPerson(database, { email: `voter${++people}@example.org` });
  const reader = { ...(await aReader(database, tools, id)), isStaff };
  const vote = (blockId: string, given: readonly (readonly [string, readonly string[]])[]) =>
    database.write('provide', (w) => castVote(w, at(reader, blockId), new Map(given)));
  const look = async (blockId: string) =>
    (await showVotes(database.read('provide'), reader, [blockId])).get(blockId) as AskedView;
  return { id, reader, vote, look };
}

it('counts one answer a person, however often and fast it is sent, and shows results to who answered', async () => {
  await publishCourse(database, unit());
  const [ada, ben] = [await aVoter(), await aVoter()];
  expect(await ada.look('poll@open')).toMatchObject({ mayAnswer: true, counts: null });
  const many = await Promise.all(['nile', 'danube', 'nile', 'nile'].map((key) => ada.vote('poll@open', [['', [key]]])));
  expect(many.filter(({ type }) => type === 'voted')).toHaveLength(1);
  expect(many).toContainEqual({ type: 'refused', because: 'no-more' });
  expect((await ben.look('poll@open')).counts).toBeNull();
  await ben.vote('poll@open', [['', ['danube']]]);
  const { counts, mine, mayAnswer } = await ben.look('poll@open');
  expect([...counts!.get('')!.values()].reduce((a, b) => a + b)).toBe(2);
  expect([mine.get(''), mayAnswer]).toEqual([['danube'], false]);
  await ben.vote('poll@secret', [['', ['nile']]]);
  await ben.vote(
    'survey@several',
    ['long', 'wide', '__proto__'].map((key) => [key, ['y']] as const),
  );
  expect((await findProgress(database.read('provide'), ben.reader)).done).toBe(0);
  await ben.vote('word_cloud@words', [['', ['deep']]]);
  expect((await findProgress(database.read('provide'), ben.reader)).done).toBe(1);
});

it('keeps private results from learners, who may change their answer as often as the author says', async () => {
  const [ada, chidi] = [await aVoter(), await aVoter(true)];
  await ada.vote('poll@secret', [['', ['nile']]]);
  expect(await ada.look('poll@secret')).toMatchObject({ mayAnswer: true, counts: null });
  expect(await ada.vote('poll@secret', [['', ['danube']]])).toEqual({ type: 'voted' });
  expect(await ada.vote('poll@secret', [['', ['nile']]])).toEqual({ type: 'refused', because: 'no-more' });
  expect((await chidi.look('poll@secret')).counts).toEqual(new Map([['', new Map([['danube', 1]])]]));
});

it('takes only whole and offered answers, and plain words', async () => {
  const ada = await aVoter();
  const wrong = { type: 'refused', because: 'incomplete' };
  expect(await ada.vote('poll@open', [['', ['amazon']]])).toEqual(wrong);
  expect(await ada.vote('poll@open', [])).toEqual(wrong);
  expect(await ada.vote('survey@several', [['long', ['y']]])).toEqual(wrong);
  const all = [
    ['long', ['y']],
    ['wide', ['n']],
    ['__proto__', ['y', 'n']],
  ] as const;
  expect(await ada.vote('survey@several', all)).toEqual({ type: 'voted' });
  expect((await ada.look('survey@several')).counts!.get('__proto__')).toEqual(new Map([['y', 1]]));
  await ada.vote('word_cloud@words', [['', ['  Deep\u202E  Blue ', 'deep blue', '', 'x'.repeat(500), 'third']]]);
  expect((await ada.look('word_cloud@words')).mine.get('')).toEqual(['deep blue', 'x'.repeat(60)]);
  expect(await ada.vote('word_cloud@words', [['', ['more']]])).toEqual({ type: 'refused', because: 'no-more' });
});

it('lets people answer anew when their answer was taken away', async () => {
  const ada = await aVoter();
  await ada.vote('poll@open', [['', ['danube']]]);
  await publishCourse(database, unit(rivers(['nile', 'volga'])));
  const again = { ...ada.reader, ...(await aReader(database, tools, ada.id)) };
  const view = (await showVotes(database.read('provide'), again, ['poll@open'])).get('poll@open')!;
  expect([view.mine.size, view.mayAnswer]).toEqual([0, true]);
  const vote = await database.write('provide', (w) => castVote(w, at(again, 'poll@open'), new Map([['', ['volga']]])));
  expect(vote).toEqual({ type: 'voted' });
});
