import { walk } from '../../../kernel/xml/index.ts';
import type { Answer, Correctness } from '../grading.ts';
import { Refusal } from '../problem-error.ts';
import { pythonText } from '../python-text.ts';
import type { Json, ScriptJob, ScriptOutcome } from '../script-runner.ts';
import { pythonName, resultOf } from '../script-text.ts';
import { messageOf, readVerdict, sharePoints } from './custom-verdict.ts';
import { attribute, type Marks, markOne, type ResponseKind, type ResponseSource, type Submission } from './response.ts';

/** Inputs that the author's Python judges. (Rules 3.11.) */
export const custom: ResponseKind = {
  inputs: [
    'textline',
    'textbox',
    'formulaequationinput',
    'chemicalequationinput',
    'annotationinput',
    'crystallography',
    'designprotein2dinput',
    'drag_and_drop_input',
    'editageneinput',
    'editamoleculeinput',
    'jsinput',
    'vsepr_input',
  ],
  compile(source) {
    const answer = [...walk(source.element)].find((element) => element.name === 'answer');
    const code = answer && pythonText(answer);
    const expect = attribute(source, source.element, 'expect') || attribute(source, source.element, 'answer') || null;
    return {
      isJudgedByScript: true,
      grade(submission) {
        const sent = sentAnswers(source, submission);
        if (source.inputs.length === 1 && sent[0] === '') return emptyAnswer(source);
        const context = contextOf(source, submission, sent, expect);
        if (code !== undefined) {
          return { type: 'pending', job: inlineJob(source, code, context), read: (done) => readInline(source, done) };
        }
        const read = (done: ScriptOutcome) => readVerdict(source.inputs, resultOf(done, 'mooc_return') ?? null);
        return { type: 'pending', job: functionJob(source, context), read };
      },
      shown: () => shownAnswers(source, expect),
    };
  },
};

function shownAnswers(source: ResponseSource, expect: string | null): Record<string, string> {
  const only = source.inputs.length === 1 ? source.inputs[0] : undefined;
  if (only && expect !== null) return { [only.id]: expect };
  return Object.fromEntries(
    source.inputs.flatMap(({ id, element }) => {
      const written = attribute(source, element, 'correct_answer');
      return written === null ? [] : [[id, written]];
    }),
  );
}

function sentAnswers(source: ResponseSource, { answers }: Submission): readonly Answer[] {
  return source.inputs.map(({ id }) => {
    const sent = answers[id];
    if (sent === undefined) throw new Refusal('internal', `error getting student answer from ${id}`);
    return sent;
  });
}

function emptyAnswer(source: ResponseSource): Marks {
  const message = source.element.attributes.empty_answer_err
    ? '<span class="inline-error">No answer entered!</span>'
    : '';
  return markOne(source, { correctness: 'incorrect', points: 0, message });
}

type Context = { readonly [name: string]: Json };

/** The names that a check may ask for beside the script's own variables. */
function contextOf(
  source: ResponseSource,
  submission: Submission,
  sent: readonly Answer[],
  expect: string | null,
): Context {
  const ids = source.inputs.map(({ id }) => id);
  return {
    seed: source.seed,
    attempt: submission.attempt,
    expect,
    submission: sent as readonly Json[],
    answers: Object.fromEntries(Object.entries(submission.all).map(([id, one]) => [id, (one ?? null) as Json])),
    idset: ids,
    response_id: source.id,
    options: attribute(source, source.element, 'options') ?? '',
    correct: ids.map(() => 'unknown'),
    messages: ids.map(() => ''),
    overall_message: '',
  };
}

/** Code in the answer element finds the names as its own variables and fills them. */
function inlineJob(source: ResponseSource, code: string, context: Context): ScriptJob {
  return {
    code: `${source.script}\n${code}`,
    seed: source.seed,
    globals: context,
    wanted: ['correct', 'messages', 'overall_message', 'grade_decimals'],
  };
}

/** The whole script runs anew, and its function is called with expect, the answer and the named extras. */
function functionJob(source: ResponseSource, context: Context): ScriptJob {
  const name = source.element.attributes.cfn;
  if (name === undefined) throw new Refusal('problem', 'This question names no check function.');
  const extras = (source.element.attributes.cfn_extra_args ?? '').split(/\s+/).filter(Boolean);
  const sent = context.submission as readonly Json[];
  return {
    code: [
      source.script,
      'mooc_all = dict(globals())',
      'mooc_all.update(mooc_context)',
      'mooc_extra = {mooc_name: mooc_all[mooc_name] for mooc_name in mooc_names if mooc_name in mooc_all}',
      `mooc_return = ${pythonName(name)}(mooc_expect, mooc_given, **mooc_extra)`,
    ].join('\n'),
    seed: source.seed,
    globals: {
      seed: source.seed,
      mooc_context: context,
      mooc_expect: context.expect ?? null,
      mooc_given: sent.length === 1 ? sent[0]! : sent,
      mooc_names: extras,
    },
    wanted: ['mooc_return'],
  };
}

function readInline(source: ResponseSource, outcome: ScriptOutcome): Marks {
  const correct = resultOf(outcome, 'correct');
  const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
  const [marks, messages, decimals] = [
    list(correct),
    list(resultOf(outcome, 'messages')),
    list(resultOf(outcome, 'grade_decimals')),
  ];
  return {
    type: 'marks',
    inputs: Object.fromEntries(
      source.inputs.map(({ id, max }, at) => {
        const correctness = correctnessOf(marks[at]);
        const points = sharePoints(correctness, decimals[at], max);
        return [id, { correctness, points, message: messageOf(messages[at]) }];
      }),
    ),
    overallMessage: messageOf(resultOf(outcome, 'overall_message')),
  };
}

function correctnessOf(mark: Json | undefined): Correctness {
  if (mark === 'correct' || mark === true) return 'correct';
  return mark === 'partially-correct' ? 'partially-correct' : 'incorrect';
}
