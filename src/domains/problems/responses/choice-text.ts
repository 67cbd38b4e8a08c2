import { childElements, type XmlElement } from '../../../kernel/xml/index.ts';
import { CalcError, evaluate, type Value } from '../calc/index.ts';
import { isCloseEnough } from '../compare-with-tolerance.ts';
import type { Answer } from '../grading.ts';
import { ProblemError, Refusal } from '../problem-error.ts';
import { choiceElements } from './named-choices.ts';
import {
  attribute,
  correct,
  incorrect,
  markOne,
  onlyInput,
  type ResponseKind,
  type ResponseSource,
} from './response.ts';
import { escapeHtml, readComplex } from './staff-number.ts';
import { type LazyTolerance, lazyTolerance, readToleranceExpression } from './tolerance-param.ts';

/** Choices with numbers to fill in. (Rules 3.15.) */
export const choiceText: ResponseKind = {
  inputs: ['radiotextgroup', 'checkboxtextgroup'],
  inputs_max: 1,
  compile(source) {
    const input = onlyInput(source);
    const choices = choiceElements(input.element).map((element, index) => readChoice(source, element, index));
    return {
      grade: ({ answers }) => markOne(source, isRight(choices, sentFields(answers[input.id])) ? correct : incorrect),
      shown: () => {
        const right = choices.filter((one) => one.isCorrect);
        const numbers = right.flatMap(({ fields }) => fields.map(({ name, answer }) => [name, answer ?? '']));
        return { ...Object.fromEntries(numbers), [input.id]: right.map((one) => one.name) };
      },
    };
  },
};

interface TextChoice {
  readonly name: string;
  readonly isCorrect: boolean;
  readonly fields: readonly NumberField[];
}

interface NumberField {
  readonly name: string;
  readonly answer: string | null;
  readonly tolerance: LazyTolerance;
}

export function choiceTextName(inputId: string, index: number): string {
  return `${inputId}_choiceinput_${index}bc`;
}

/** A choice's number fields and their names: decoys only where there are no real ones. (Rule 2.5.) */
export function numberFields(inputId: string, choice: XmlElement, index: number) {
  const named = (name: string) => childElements(choice).filter((child) => child.name === name);
  const real = named('numtolerance_input');
  return (real.length > 0 ? real : named('decoy_input')).map((element, at) => ({
    element,
    name: `${inputId}_choiceinput_${index}_numtolerance_input_${at}`,
  }));
}

function readChoice(source: ResponseSource, element: XmlElement, index: number): TextChoice {
  const { id } = onlyInput(source);
  const isCorrect = element.attributes.correct === 'true';
  const bare = isCorrect ? childElements(element).find((child) => !child.attributes.answer) : undefined;
  if (bare) throw new ProblemError(`Answer not provided for ${bare.name}`, bare.line);
  const fields = numberFields(id, element, index).map((field) => ({
    name: field.name,
    answer: attribute(source, field.element, 'answer'),
    tolerance: lazyTolerance(attribute(source, field.element, 'tolerance'), readToleranceExpression),
  }));
  return { name: choiceTextName(id, index), isCorrect, fields };
}

function sentFields(answer: Answer | undefined): Readonly<Record<string, string>> {
  return answer !== undefined && typeof answer === 'object' && !Array.isArray(answer)
    ? (answer as Readonly<Record<string, string>>)
    : {};
}

/** @throws Refusal for a number of a picked choice that is none */
function isRight(choices: readonly TextChoice[], sent: Readonly<Record<string, string>>): boolean {
  let isAllRight = choices.every((one) => one.isCorrect === Object.hasOwn(sent, one.name));
  for (const one of choices) {
    if (!Object.hasOwn(sent, one.name)) continue;
    for (const field of one.fields) {
      if (!Object.hasOwn(sent, field.name)) continue;
      const given = readNumber(String(sent[field.name]));
      if (one.isCorrect && !isCloseEnough(given, expected(field), field.tolerance())) isAllRight = false;
    }
  }
  return isAllRight;
}

function readNumber(text: string): Value {
  try {
    return evaluate(text);
  } catch (error) {
    if (!(error instanceof CalcError)) throw error;
    throw new Refusal('input', `Could not interpret '${escapeHtml(text)}' as a number.`);
  }
}

function expected({ answer }: NumberField): Value {
  const value = readComplex(answer ?? '');
  if (value === null) throw new Refusal('input', 'The Staff answer could not be interpreted as a number.');
  return value;
}
