import type { InputNode } from '../learner-problem.ts';
import { choicesInput, optionInput } from './choices-input.ts';
import type { InputSource } from './input-source.ts';
import { boxInput, textInput } from './text-input.ts';

export { inputNames } from './input-names.ts';

/** The learner's view of an input. @throws ProblemError */
export function learnerInput(source: InputSource): InputNode {
  switch (source.element.name) {
    case 'optioninput':
      return optionInput(source);
    case 'choicegroup':
    case 'checkboxgroup':
    case 'radiogroup':
      return choicesInput(source);
    case 'textbox':
      return boxInput(source);
    default:
      return textInput(source);
  }
}
