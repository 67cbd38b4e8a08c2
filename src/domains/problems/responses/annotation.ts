import { childElements } from '../../../kernel/xml/index.ts';
import { optionText } from './options.ts';
import { incorrect, type Mark, markOne, onlyInput, type ResponseKind, textOf } from './response.ts';

const marks: Readonly<Record<string, Mark>> = {
  correct: { correctness: 'correct', points: 2 },
  'partially-correct': { correctness: 'partially-correct', points: 1 },
};

/** A passage to read, with one option to choose and a comment. (Rules 3.16.) */
export const annotation: ResponseKind = {
  inputs: ['annotationinput'],
  inputs_max: 1,
  compile(source) {
    const input = onlyInput(source);
    const options = childElements(input.element)
      .filter((child) => child.name === 'options')
      .flatMap((group) => childElements(group).filter((child) => child.name === 'option'));
    const right = options.find((option) => option.attributes.choice === 'correct');
    return {
      grade({ answers }) {
        const chosen = chosenOptions(textOf(answers[input.id]));
        const only = chosen.length === 1 ? chosen[0] : undefined;
        const option = typeof only === 'number' ? options[only] : undefined;
        return markOne(source, marks[option?.attributes.choice ?? ''] ?? { ...incorrect, points: 0 });
      },
      shown: () => (right ? { [input.id]: source.substitute(optionText(right)) } : {}),
    };
  },
};

/** The numbers in `{"options": [1], …}`; none in anything else. */
function chosenOptions(text: string | null): readonly unknown[] {
  try {
    const value = JSON.parse(text ?? '') as { options?: unknown } | null;
    return Array.isArray(value?.options) ? value.options : [];
  } catch {
    return [];
  }
}
