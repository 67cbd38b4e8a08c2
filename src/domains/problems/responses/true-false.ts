import { choiceFeedback } from '../feedback/choice-feedback.ts';
import { type NamedChoice, namedChoices } from './named-choices.ts';
import { attribute, correct, incorrect, markOne, onlyInput, pickedNames, type ResponseKind } from './response.ts';

/** Statements to tick: the ticked set must be the set of the correct ones. (Rules 3.3.) */
export const trueFalse: ResponseKind = {
  inputs: ['choicegroup'],
  inputs_max: 1,
  compile(source) {
    const input = onlyInput(source);
    const choices = namedChoices(input.element);
    const isCorrect = (choice: NamedChoice) => attribute(source, choice.element, 'correct')?.toLowerCase() === 'true';
    const right = choices.filter(isCorrect).map((choice) => choice.name);
    return {
      grade({ answers }) {
        const ticked = pickedNames(answers[input.id]);
        const isRight = ticked.size === right.length && right.every((name) => ticked.has(name));
        return markOne(source, isRight ? correct : incorrect);
      },
      shown: () => ({ [input.id]: right }),
      // As the original does: only the first of several gets its feedback.
      feedback: ({ answers }) => {
        const [first] = pickedNames(answers[input.id]);
        const picked = choices.find(({ name }) => name === first);
        return picked ? choiceFeedback(source, picked, isCorrect(picked)) : [];
      },
    };
  },
};
