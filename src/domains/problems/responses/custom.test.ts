import { describe, expect, it } from 'vitest';
import { answersOf } from '../answers-of.ts';
import { gradeProblem, gradeWithScripts, needsScript } from '../grade-problem.ts';
import type { Answers } from '../grading.ts';
import type { Json, ScriptJob, ScriptOutcome } from '../script-runner.ts';
import { aProblem } from '../testing.ts';

/** A runner that says what Python would have left, and keeps the job. */
function leaving(variables: Record<string, Json>, jobs: ScriptJob[] = []) {
  return async (job: ScriptJob): Promise<ScriptOutcome> => {
    jobs.push(job);
    const entries = Object.entries(variables).map(([name, value]) => [name, { value, printed: String(value) }]);
    return { type: 'ran', variables: Object.fromEntries(entries) };
  };
}

const check = (inputs: string, attributes = '') =>
  aProblem(`<script>def f(expect, ans): pass</script><customresponse cfn="f" ${attributes}>${inputs}</customresponse>`);
const one = '<textline points="2"/>';

async function verdict(returned: Json, inputs = one, answers: Answers = { '2_1': 'x', '2_2': 'y' }) {
  const grading = await gradeWithScripts(check(inputs), answers, leaving({ mooc_return: returned }));
  if (grading.type === 'refused') return `${grading.because}: ${grading.message}`;
  return Object.values(grading.inputs).map(({ correctness, points, message }) =>
    `${correctness} ${points} ${message}`.trim(),
  );
}

describe('what a check function returns', () => {
  it.each<[Json, string]>([
    [true, 'correct 2'],
    [1, 'correct 2'],
    ['no', 'correct 2'],
    [false, 'incorrect 0'],
    [null, 'incorrect 0'],
    [0, 'incorrect 0'],
    ['', 'incorrect 0'],
    [[], 'incorrect 0'],
    [' FALSE ', 'incorrect 0'],
    ['Partially', 'partially-correct 1'],
    [{ ok: true, msg: ' <b>Well</b> ' }, 'correct 2 <b>Well</b>'],
    [{ ok: true, msg: '<b>Not <i>yet: 1 < 2 & so' }, 'correct 2 <b>Not <i>yet: 1 &lt; 2 &amp; so</i></b>'],
    [{ ok: 'partial' }, 'partially-correct 1'],
    [{ ok: false, grade_decimal: '0.25' }, 'incorrect 0.5'],
    [{ ok: true, grade_decimal: 0 }, 'correct 0'],
  ])('%j is %s of 2', async (returned, expected) => {
    expect(await verdict(returned)).toEqual([expected]);
  });

  it('gives one verdict to all inputs, its message to the response as a whole', async () => {
    const problem = check('<textline/><textline/>');
    const grading = await gradeWithScripts(
      problem,
      { '2_1': 'a', '2_2': 'b' },
      leaving({ mooc_return: { ok: true, msg: 'Both.' } }),
    );
    expect(grading).toMatchObject({ score: 2, max: 2, overallMessages: { '2': 'Both.' } });
  });

  it('takes a list of verdicts; a true value that is not True earns nothing there', async () => {
    const list: readonly Json[] = [
      { ok: 1 },
      { ok: 'true' },
      { ok: 'partial', msg: 'Half.' },
      { ok: 'yes', grade_decimal: 0.5 },
      { ok: 'False' },
    ];
    const answers = Object.fromEntries(list.map((_, at) => [`2_${at + 1}`, 'x']));
    expect(await verdict({ input_list: list }, '<textline points="2"/>'.repeat(5), answers)).toEqual([
      'correct 0',
      'correct 2',
      'partially-correct 1 Half.',
      'correct 1',
      'incorrect 0',
    ]);
  });

  it('refuses another dictionary, a failed script, and a share that is no number', async () => {
    expect(await verdict({ good: true })).toMatch(/^script: .*invalid dictionary/);
    expect(await verdict({ ok: true, grade_decimal: 'much' })).toMatch(/^script:/);
    const failing = async (): Promise<ScriptOutcome> => ({ type: 'failed', message: 'Count again.' });
    expect(await gradeWithScripts(check(one), { '2_1': 'x' }, failing)).toMatchObject({
      because: 'script',
      message: 'Count again.',
    });
  });
});

describe('what the Python is given', () => {
  it('calls the function behind the whole script, with expect, the answer and the extras asked for', async () => {
    const jobs: ScriptJob[] = [];
    const problem = check(one, 'expect="pear" cfn_extra_args="attempt options" options="soft"');
    await gradeWithScripts(problem, { '2_1': 'plum' }, leaving({ mooc_return: true }, jobs), { attempt: 3 });
    expect(jobs[0]).toMatchObject({
      seed: 1,
      globals: {
        mooc_expect: 'pear',
        mooc_given: 'plum',
        mooc_names: ['attempt', 'options'],
        mooc_context: { attempt: 3, options: 'soft', seed: 1, idset: ['2_1'] },
      },
      wanted: ['mooc_return'],
    });
    expect(jobs[0]!.code).toMatch(/^def f\(expect, ans\): pass\n[\s\S]*mooc_return = f\(mooc_expect, mooc_given/);
  });

  it('is never run for one empty input, and refuses what was not sent', async () => {
    const jobs: ScriptJob[] = [];
    const run = leaving({ mooc_return: true }, jobs);
    const empty = await gradeWithScripts(check(one, 'empty_answer_err="1"'), { '2_1': '' }, run);
    expect(empty).toMatchObject({
      score: 0,
      inputs: { '2_1': { message: expect.stringContaining('No answer entered!') } },
    });
    expect(jobs).toEqual([]);
    expect(await gradeWithScripts(check(one), {}, run)).toMatchObject({ because: 'internal' });
  });

  it('refuses a function name that is more than a name', async () => {
    const problem = aProblem('<customresponse cfn="f(1);g"><textline/></customresponse>');
    expect(await gradeWithScripts(problem, { '2_1': 'x' }, leaving({}))).toMatchObject({ because: 'problem' });
  });

  it('reads what inline code filled in', async () => {
    const problem = aProblem(
      '<customresponse><textline points="2"/><textline/><answer>correct[0] = "correct"</answer></customresponse>',
    );
    const left = {
      correct: ['correct', 'unknown'],
      messages: ['Good.', ''],
      overall_message: 'Half way.',
      grade_decimals: [0.5],
    };
    const grading = await gradeWithScripts(problem, { '2_1': 'a', '2_2': 'b' }, leaving(left));
    expect(grading).toMatchObject({
      score: 1,
      inputs: { '2_1': { message: 'Good.' } },
      overallMessages: { '2': 'Half way.' },
    });
  });

  it('says that it needs a runner', () => {
    expect(needsScript(check(one))).toBe(true);
    expect(gradeProblem(check(one), { '2_1': 'x' })).toMatchObject({ because: 'needs-script' });
  });

  it('shows expect for one input, and what inputs say themselves', () => {
    expect(answersOf(check(one, 'expect="pear"')).inputs).toEqual({ '2_1': 'pear' });
    expect(answersOf(check('<textline correct_answer="a"/><textline/>')).inputs).toEqual({ '2_1': 'a' });
  });
});

describe('a circuit', () => {
  const problem = aProblem('<schematicresponse><schematic/><answer>correct = []</answer></schematicresponse>');

  it('reaches the code as decoded JSON, and counts 1 or nothing', async () => {
    const jobs: ScriptJob[] = [];
    const grading = await gradeWithScripts(problem, { '2_1': '[["r",[1]]]' }, leaving({ correct: ['correct'] }, jobs));
    expect(grading).toMatchObject({ score: 1 });
    expect(jobs[0]!.globals.submission).toEqual([[['r', [1]]]]);
    const partly = await gradeWithScripts(problem, { '2_1': '[]' }, leaving({ correct: ['partially-correct'] }));
    expect(partly).toMatchObject({ score: 1, correctness: 'partially-correct' });
    expect(await gradeWithScripts(problem, { '2_1': '{' }, leaving({}))).toMatchObject({ because: 'internal' });
  });
});
