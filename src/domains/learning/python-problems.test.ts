import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { aPerson } from '../identity/testing.ts';
import { learnerCopy, type ScriptRunner } from '../problems/index.ts';
import { type BlockReader, createScriptPool, handInAnswer, type LearningTools, showProblem } from './index.ts';
import { aReader, at, block, oneUnit, publishCourse, testTools } from './testing.ts';

const product = `<problem><script type="loncapa/python">
import random
a = random.randint(2, 99)
def check(expect, ans):
    if ans == 'loop':
        while True: pass
    if ans == 'raise':
        raise Exception('Write a whole number.')
    return {'ok': int(ans) == a * 3, 'msg': 'Three times %d' % a}
</script><p>Three times $a?</p><customresponse cfn="check"><textline/></customresponse></problem>`;
const personal = `<problem><script type="loncapa/python">who = anonymous_student_id</script>
  <p>who: $who.</p><stringresponse answer="$who"><textline/></stringresponse></problem>`;
const broken = '<problem><script type="loncapa/python">x = 1 / 0</script><p>$x</p></problem>';

let database: TestDatabase;
const pool = createScriptPool({ limits: { run_ms: 2_000 } });
const python = pool.runnerFor({ version: 'a', library: () => Promise.resolve(null) });
const tools = testTools(python, 120_000);
beforeAll(async () => {
  database = await aDatabase();
  await publishCourse(
    database,
    oneUnit([
      block('problem', 'product', { rerandomize: 'per_student', max_attempts: '9' }, product),
      block('problem', 'personal', {}, personal),
      block('problem', 'broken', {}, broken),
    ]),
  );
});
afterAll(async () => {
  await pool.close();
  await database.close();
});

let people = 0;
async function aLearnerAt(blockId: string, using: LearningTools = tools): Promise<BlockReader> {
  const person = await aPerson(database, { email: `ben${++people}@example.org` });
  return at(await aReader(database, using, person), blockId);
}

async function shownAt(here: BlockReader, using: LearningTools = tools) {
  const shown = await showProblem(database.read('provide'), using, here);
  if (shown.type !== 'shown') throw new Error(JSON.stringify(shown));
  return { ...shown, text: JSON.stringify(learnerCopy(shown.problem).body) };
}

async function handIn(here: BlockReader, answer: string, using: LearningTools = tools) {
  return handInAnswer(database, using, here, await shownAt(here, using), { '2_1': answer });
}

it('draws for each learner and grades with the author’s Python', async () => {
  const here = await aLearnerAt('problem@product');
  const { text } = await shownAt(here);
  const a = Number(/Three times (\d+)\?/.exec(text)![1]);
  expect(await handIn(here, String(a))).toMatchObject({ type: 'answered', attempt: 1, score: 0 });
  expect((await shownAt(here)).view.marks['2_1']).toEqual({ correctness: 'incorrect', message: `Three times ${a}` });
  expect(await handIn(here, String(a * 3))).toMatchObject({ type: 'answered', attempt: 2, score: 1 });
});

it('counts no attempt when the script refuses, and says whose fault it is', async () => {
  const here = await aLearnerAt('problem@product');
  const own = { type: 'refused', because: 'unreadable', message: 'Write a whole number.' };
  expect(await handIn(here, 'raise')).toEqual(own);
  expect(await handIn(here, 'loop')).toEqual({ type: 'refused', because: 'script-stopped' });
  const ofTheTeam = await handIn({ ...here, isStaff: true }, 'loop');
  expect(ofTheTeam).toMatchObject({ because: 'unreadable', message: expect.stringMatching(/longer than 2 seconds/) });
  expect((await shownAt(here)).view.attempts.used).toBe(0);
});

it('counts each of the submissions that come at once, and grades none twice', async () => {
  const here = await aLearnerAt('problem@product');
  const answers = await Promise.all([handIn(here, '1'), handIn(here, '2')]);
  expect(answers.map((answer) => answer.type === 'answered' && answer.attempt).sort()).toEqual([1, 2]);
});

it('gives scripts a pseudonym: one a person in a course, and not the id', async () => {
  const [ada, ben] = [await aLearnerAt('problem@personal'), await aLearnerAt('problem@personal')];
  const seen = async (here: BlockReader) => /who: (\w+)\./.exec((await shownAt(here)).text)![1]!;
  const [hers, his] = [await seen(ada), await seen(ben)];
  expect(hers).toMatch(/^[0-9a-f]{32}$/);
  expect(his).not.toBe(hers);
  expect(await seen(ada)).toBe(hers);
  expect(hers).not.toContain(ada.personId.replaceAll('-', '').slice(0, 8));
});

it('names the author’s mistake', async () => {
  const here = await aLearnerAt('problem@broken');
  expect(await showProblem(database.read('provide'), tools, here)).toMatchObject({
    type: 'broken',
    because: expect.stringMatching(/division by zero/),
  });
});

it('does not wait for Python that is slow, which is ready for the one who comes again', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const slow: ScriptRunner = (job) => gate.then(() => python(job));
  const slowly = testTools(slow, 20);
  const here = await aLearnerAt('problem@product', slowly);
  const preparing = await showProblem(database.read('provide'), slowly, here);
  expect(preparing).toEqual({ type: 'preparing' });
  expect(await handInAnswer(database, slowly, here, preparing, { '2_1': '1' })).toEqual({
    type: 'refused',
    because: 'preparing',
  });
  open();
  await expect.poll(() => showProblem(database.read('provide'), slowly, here)).toMatchObject({ type: 'shown' });
});
