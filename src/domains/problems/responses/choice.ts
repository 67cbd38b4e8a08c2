import { checkboxFeedback } from '../feedback/choice-feedback.ts';
import { Refusal } from '../problem-error.ts';
import { numberedChoices } from './named-choices.ts';
import { partialCreditStyles, roundPoints } from './partial-credit.ts';
import {
  attribute,
  correct,
  incorrect,
  type Mark,
  markOne,
  onlyInput,
  pickedNames,
  type ResponseKind,
} from './response.ts';

/** Boxes to tick, with every mode of partial credit. (Rules 3.4.) */
export const choice: ResponseKind = {
  inputs: ['checkboxgroup', 'radiogroup'],
  inputs_max: 1,
  compile(source) {
    const input = onlyInput(source);
    const choices = numberedChoices(input.element);
    const named = (word: string) =>
      choices
        .filter(({ element }) => attribute(source, element, 'correct')?.toLowerCase() === word)
        .map(({ name }) => name);
    const sides: Sides = { right: named('true'), wrong: named('false') };
    const styles = partialCreditStyles(source);

    return {
      grade({ answers }) {
        return markOne(source, markTicks(pickedNames(answers[input.id]), sides, styles, input.max));
      },
      shown: () => ({ [input.id]: sides.right }),
      feedback: ({ answers }, marks) =>
        checkboxFeedback(
          source,
          choices,
          pickedNames(answers[input.id]),
          marks.inputs[input.id]?.correctness === 'correct',
        ),
    };
  },
};

/** A choice whose `correct` is neither true nor false is on neither side. */
interface Sides {
  readonly right: readonly string[];
  readonly wrong: readonly string[];
}

function markTicks(ticked: ReadonlySet<string>, sides: Sides, styles: readonly string[], max: number): Mark {
  if (ticked.size === 0) return incorrect;
  if (styles.length === 0) return isExact(ticked, sides) ? correct : incorrect;
  if (styles.length > 1) {
    throw new Refusal('problem', 'Only one type of partial credit is allowed for Checkbox problems.');
  }
  if (styles[0] === 'edc') return markEveryDecision(ticked, sides, max);
  if (styles[0] === 'halves') return markHalves(ticked, sides, max);
  throw new Refusal(
    'problem',
    'partial_credit attribute should be one of: EDC (every decision counts) or halves, for Checkbox problems.',
  );
}

function isExact(ticked: ReadonlySet<string>, { right }: Sides): boolean {
  return ticked.size === right.length && right.every((name) => ticked.has(name));
}

/** Each box that is ticked or left blank rightly counts one. */
function markEveryDecision(ticked: ReadonlySet<string>, { right, wrong }: Sides, max: number): Mark {
  const count = right.length + wrong.length;
  const good = right.filter((name) => ticked.has(name)).length + wrong.filter((name) => !ticked.has(name)).length;
  if (good === count) return correct;
  if (good === 0) return incorrect;
  return { correctness: 'partially-correct', points: roundPoints((max * good) / count) };
}

/** Each wrong decision halves the points, as far as there are enough choices. */
function markHalves(ticked: ReadonlySet<string>, { right, wrong }: Sides, max: number): Mark {
  const count = right.length + wrong.length;
  const errors = right.filter((name) => !ticked.has(name)).length + wrong.filter((name) => ticked.has(name)).length;
  if (errors === 0) return { correctness: 'correct', points: max };
  if (errors === 1 && count > 2) return { correctness: 'partially-correct', points: roundPoints(max / 2) };
  if (errors === 2 && count > 4) return { correctness: 'partially-correct', points: roundPoints(max / 4) };
  return incorrect;
}
