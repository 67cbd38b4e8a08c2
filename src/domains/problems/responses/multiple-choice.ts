import { choiceFeedback } from '../feedback/choice-feedback.ts';
import { Refusal } from '../problem-error.ts';
import { type NamedChoice, namedChoices } from './named-choices.ts';
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

/** One pick among several; any correct choice will do. (Rules 3.2.) */
export const multipleChoice: ResponseKind = {
  inputs: ['choicegroup'],
  inputs_max: 1,
  compile(source) {
    const input = onlyInput(source);
    const choices = new Map(namedChoices(input.element).map((choice) => [choice.name, choice]));
    const isCorrect = (choice: NamedChoice) => correctWord(source, choice) === 'true';
    const styles = partialCreditStyles(source);

    return {
      grade({ answers }) {
        const sent = answers[input.id];
        const picked = typeof sent === 'string' ? choices.get(sent) : undefined;
        if (styles.length > 0) checkStyles(styles);
        if (!picked) return markOne(source, incorrect);
        if (isCorrect(picked)) return markOne(source, correct);
        return markOne(source, styles.length > 0 ? partialMark(source, picked) : incorrect);
      },
      shown: () => ({ [input.id]: [...choices.values()].filter(isCorrect).map((choice) => choice.name) }),
      feedback: ({ answers }) => {
        const picked = choices.get(textOf(answers[input.id]) ?? '');
        return picked ? choiceFeedback(source, picked, isCorrect(picked)) : [];
      },
    };
  },
};

function correctWord(source: ResponseSource, choice: NamedChoice): string {
  return (attribute(source, choice.element, 'correct') ?? '').toLowerCase();
}

function partialMark(source: ResponseSource, choice: NamedChoice): Mark {
  if (correctWord(source, choice) !== 'partial') return incorrect;
  const points = Number(choice.element.attributes.point_value ?? '0.5');
  if (!Number.isFinite(points)) throw new Refusal('problem', 'point_value of a choice must be a number.');
  return { correctness: 'partially-correct', points };
}

function checkStyles(styles: readonly string[]): void {
  if (styles.length > 1) {
    throw new Refusal('problem', 'Only one type of partial credit is allowed for Multiple Choice problems.');
  }
  if (styles[0] !== 'points') {
    throw new Refusal('problem', 'partial_credit attribute should be set to "points" for Multiple Choice problems.');
  }
}
