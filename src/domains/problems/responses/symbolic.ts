import { CalcError, complex, evaluate, magnitude, type Value } from '../calc/index.ts';
import { Refusal } from '../problem-error.ts';
import { canonicalForm } from '../symbolic/canonical-form.ts';
import { attribute, correct, incorrect, type Mark, markOne, onlyInput, type ResponseKind, textOf } from './response.ts';

/**
 * An expression that must be the expected one in the eyes of a symbolic library: numbers may differ by a thousandth,
 * other expressions must come to the same form. Matrices and MathML are compared as plain text only. (Rule 3.12.)
 */
export const symbolic: ResponseKind = {
  inputs: ['textline', 'formulaequationinput'],
  inputs_max: 1,
  compile(source) {
    const input = onlyInput(source);
    const expect = attribute(source, source.element, 'expect') || attribute(source, source.element, 'answer') || '';
    const form = canonicalForm(expect);
    const number = numberIn(expect);
    const judge = (text: string): Mark => {
      if (text.trim() === '') return incorrect;
      if (withoutBlanks(text) === withoutBlanks(expect)) return correct;
      const given = numberIn(text);
      if (number !== null && given !== null) return isNear(given, number) ? correct : incorrect;
      return form !== null && canonicalForm(text) === form ? correct : incorrect;
    };
    return {
      grade: ({ answers }) => {
        const text = textOf(answers[input.id]);
        if (text === null) throw new Refusal('internal', `error getting student answer from ${input.id}`);
        const mark = judge(text);
        // As in a custom response, a right answer earns all points of its input.
        return markOne(source, { ...mark, points: mark === correct ? input.max : 0 });
      },
      shown: () => ({ [input.id]: expect }),
    };
  },
};

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}

function numberIn(text: string): Value | null {
  try {
    return evaluate(text);
  } catch (error) {
    if (error instanceof CalcError) return null;
    throw error;
  }
}

/** Within a thousandth of the expected value, or of 1 where that is 0. */
function isNear(given: Value, expected: Value): boolean {
  const [x, y] = [complex(given), complex(expected)];
  const scale = magnitude(expected) === 0 ? 1 : magnitude(expected);
  return Math.hypot(x.re - y.re, x.im - y.im) < 0.001 * scale;
}
