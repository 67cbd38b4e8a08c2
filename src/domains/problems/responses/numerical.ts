import { childElements, type XmlElement } from '../../../kernel/xml/index.ts';
import type { Value } from '../calc/index.ts';
import { isCloseEnough, isEqual, readTolerance, type Tolerance, widen } from '../compare-with-tolerance.ts';
import { feedbackBlock } from '../feedback/feedback-block.ts';
import { Refusal } from '../problem-error.ts';
import { judgeRange, type NumberRange, readRange, writeRange } from './number-range.ts';
import { partialCreditStyles } from './partial-credit.ts';
import {
  attribute,
  correct,
  incorrect,
  type Mark,
  markOne,
  onlyInput,
  type ResponseKind,
  type ResponseSource,
  textOf,
} from './response.ts';
import { learnerNumber, staffNumber } from './staff-number.ts';
import { type LazyTolerance, toleranceParam } from './tolerance-param.ts';

/** A number, with a tolerance or in a range. (Rules 3.8.) */
export const numerical: ResponseKind = {
  inputs: ['textline', 'formulaequationinput'],
  inputs_max: 1,
  required: ['answer'],
  compile(source) {
    const input = onlyInput(source);
    const question = readQuestion(source);
    const verdict = (sent: string | null) => (sent === null ? missing : judge(sent, question));
    return {
      grade: ({ answers }) => markOne(source, verdict(textOf(answers[input.id])).mark),
      shown: () => ({ [input.id]: shownAnswer(question) }),
      feedback: ({ answers }) => {
        const { by } = verdict(textOf(answers[input.id]));
        const owner = by === 'answer' ? source.element : by;
        return owner ? feedbackBlock(source, childNamed(owner, 'correcthint'), true) : [];
      },
    };
  },
};

interface Question {
  readonly answer: string;
  readonly range: NumberRange | null;
  readonly expected: () => Value;
  readonly tolerance: LazyTolerance;
  readonly additional: readonly XmlElement[];
  readonly styles: readonly string[];
  readonly partialRange: number;
  readonly partialAnswers: readonly string[];
}

interface Verdict {
  readonly mark: Mark;
  /** What made it right: the answer, or an additional_answer. */
  readonly by: 'answer' | XmlElement | null;
}

const missing: Verdict = { mark: incorrect, by: null };
const half: Mark = { correctness: 'partially-correct', points: 0.5 };
const quarter: Mark = { correctness: 'partially-correct', points: 0.25 };

function childNamed(parent: XmlElement, name: string): XmlElement | undefined {
  return childElements(parent).find((child) => child.name === name);
}

function readQuestion(source: ResponseSource): Question {
  const answer = attribute(source, source.element, 'answer')!.trim();
  const params = childElements(source.element).filter((child) => child.name === 'responseparam');
  const param = (name: string) =>
    params.map((element) => attribute(source, element, name)).findLast((value) => value !== null) ?? null;
  let expected: Value | undefined;
  return {
    answer,
    range: readRange(answer, source.element.line),
    expected: () => {
      expected ??= staffNumber(answer);
      return expected;
    },
    tolerance: toleranceParam(source, readTolerance),
    additional: childElements(source.element).filter((child) => child.name === 'additional_answer'),
    styles: partialCreditStyles(source),
    partialRange: Number(param('partial_range') ?? 2),
    partialAnswers: (param('partial_answers') ?? '').split(',').filter((text) => text.trim() !== ''),
  };
}

function judge(text: string, question: Question): Verdict {
  checkStyles(question.styles);
  const given = learnerNumber(text);
  // Read whatever the answer is: a wrong one refuses them all.
  const listed = question.partialAnswers.map((answer) => staffNumber(answer.trim()));
  const mark = judgeMain(given, question, listed);
  if (mark.correctness === 'correct') return { mark, by: 'answer' };
  if (mark.correctness !== 'incorrect') return { mark, by: null };
  const other = question.additional.find((element) => isEqual(given, staffNumber(element.attributes.answer ?? '')));
  return other ? { mark: correct, by: other } : { mark, by: null };
}

function judgeMain(given: Value, question: Question, listed: readonly Value[]): Mark {
  const { range, styles, partialRange } = question;
  const isNear = styles.includes('close');
  if (range) {
    const verdict = judgeRange(given, range, partialRange);
    if (verdict === 'inside') return correct;
    if (isNear && verdict === 'near') return half;
    return incorrect;
  }
  const expected = question.expected();
  const tolerance = question.tolerance();
  if (isCloseEnough(given, expected, tolerance)) return correct;
  if (styles.length === 0) return incorrect;
  const wide = widen(tolerance, partialRange);
  if (isNear && isCloseEnough(given, expected, wide)) return half;
  return styles.includes('list') ? judgeList(given, listed, tolerance, isNear ? wide : null) : incorrect;
}

/** The first listed answer that fits in either way decides, as in the original. */
function judgeList(given: Value, listed: readonly Value[], tolerance: Tolerance, wide: Tolerance | null): Mark {
  for (const value of listed) {
    if (isCloseEnough(given, value, tolerance)) return half;
    if (wide && isCloseEnough(given, value, wide)) return quarter;
  }
  return incorrect;
}

function checkStyles(styles: readonly string[]): void {
  if (styles.every((style) => style === 'list' || style === 'close')) return;
  throw new Refusal('problem', 'partial_credit attribute should be one of: list, close, for Numerical problems.');
}

function shownAnswer({ answer, range, additional }: Question): string {
  const others = additional.map((element) => element.attributes.answer ?? '');
  return [range ? writeRange(range) : answer, ...others].join(' <b>or</b> ');
}
