import type { ChoiceTextInput, LearnerNode } from '../learner-problem.ts';
import { choiceTextName, numberFields } from '../responses/choice-text.ts';
import { choiceElements } from '../responses/named-choices.ts';
import { type InputSource, inputBase } from './input-source.ts';

export function choiceTextInput(source: InputSource): ChoiceTextInput {
  const { element, id } = source;
  return {
    ...inputBase(source),
    kind: 'choicetext',
    several: element.name === 'checkboxtextgroup',
    choices: choiceElements(element).map((choice, index) => {
      const fields = new Map(numberFields(id, choice, index).map((field) => [field.element, field.name]));
      const body = choice.children.flatMap((child): readonly LearnerNode[] => {
        const name = child.type === 'element' ? fields.get(child) : undefined;
        return name === undefined ? source.nodes([child]) : [{ type: 'number-field', name }];
      });
      return { name: choiceTextName(id, index), body };
    }),
  };
}
