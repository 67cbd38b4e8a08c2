import { childElements } from '../../../kernel/xml/index.ts';
import { feedbackBlock } from '../feedback/feedback-block.ts';
import { optionText, readOptions } from './options.ts';
import { correct, incorrect, type Mark, type ResponseKind, textOf } from './response.ts';

/** Dropdowns: the sent text must be the correct option's, exactly. (Rules 3.5.) */
export const option: ResponseKind = {
  inputs: ['optioninput'],
  compile(source) {
    const dropdowns = source.inputs.map((input) => ({ ...input, ...readOptions(input.element, source.substitute) }));
    const isRight = (right: string | null, sent: string | null) => right !== null && sent === right;
    return {
      grade({ answers }) {
        const inputs: Record<string, Mark> = {};
        for (const { id, right } of dropdowns) {
          inputs[id] = isRight(right, textOf(answers[id])) ? correct : incorrect;
        }
        return { type: 'marks', inputs };
      },
      shown: () => Object.fromEntries(dropdowns.flatMap(({ id, right }) => (right === null ? [] : [[id, right]]))),
      // Only the first dropdown has hints. (Rule 3.20.4.)
      feedback: ({ answers }) => {
        const first = dropdowns[0];
        if (!first) return [];
        const sent = textOf(answers[first.id]);
        const picked = childElements(first.element).find(
          (child) => child.name === 'option' && source.substitute(optionText(child)) === sent,
        );
        const hint = picked && childElements(picked).find((child) => child.name === 'optionhint');
        return feedbackBlock(source, hint, isRight(first.right, sent)).map((one) => ({ ...one, inputId: first.id }));
      },
    };
  },
};
