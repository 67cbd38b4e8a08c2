import { Refusal } from '../problem-error.ts';
import { type FormulaRules, formulaMatcher, readSamples } from './formula-check.ts';
import {
  attribute,
  correct,
  incorrect,
  markOne,
  onlyInput,
  type ResponseKind,
  type ResponseSource,
  textOf,
} from './response.ts';
import { readToleranceExpression, toleranceParam } from './tolerance-param.ts';

/** A formula, compared at random points. (Rules 3.10.) */
export const formula: ResponseKind = {
  inputs: ['textline', 'formulaequationinput'],
  inputs_max: 1,
  required: ['answer', 'samples'],
  hint: {
    element: 'formulahint',
    matcher: (source, hint) => {
      const samples = attribute(source, hint, 'samples') ?? attribute(source, source.element, 'samples')!;
      const answer = attribute(source, hint, 'answer') ?? '';
      return orFalse(formulaMatcher(answer, readSamples(samples, hint.line), readRules(source)));
    },
  },
  compile(source) {
    const input = onlyInput(source);
    const answer = attribute(source, source.element, 'answer')!;
    const samples = readSamples(attribute(source, source.element, 'samples')!, source.element.line);
    const matches = formulaMatcher(answer, samples, readRules(source));
    return {
      grade: ({ answers }) => {
        const text = textOf(answers[input.id]);
        if (text === null) throw new Refusal('internal', `error getting student answer from ${input.id}`);
        return markOne(source, matches(text) ? correct : incorrect);
      },
      shown: () => ({ [input.id]: answer }),
    };
  },
};

function readRules(source: ResponseSource): FormulaRules {
  const types = (source.element.attributes.type ?? '').split(',').map((word) => word.trim());
  return {
    tolerance: toleranceParam(source, readToleranceExpression),
    isCaseSensitive: types.includes('cs') && !types.includes('ci'),
  };
}

/** A hint's formula that cannot be compared gives no hint. */
function orFalse(matches: (text: string) => boolean): (text: string) => boolean {
  return (text) => {
    try {
      return matches(text);
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  };
}
