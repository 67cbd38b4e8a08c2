import type { ChoicesInput, OptionInput } from '../learner-problem.ts';
import { ProblemError } from '../problem-error.ts';
import { namedChoices, numberedChoices } from '../responses/named-choices.ts';
import { readOptions } from '../responses/options.ts';
import { type InputSource, inputBase } from './input-source.ts';

export function choicesInput(source: InputSource): ChoicesInput {
  const { element, response } = source;
  checkChildren(source);
  const isChoice = response.name === 'choiceresponse';
  const choices = source.drawn ?? (isChoice ? numberedChoices(element) : namedChoices(element));
  return {
    ...inputBase(source),
    kind: element.name as ChoicesInput['kind'],
    several: element.name === 'checkboxgroup' || response.name === 'truefalseresponse',
    choices: choices.map((choice) => ({ name: choice.name, body: source.nodes(choice.element.children) })),
  };
}

/** Anything else would be lost without a word. (Rule 3.22.4.) */
function checkChildren({ element }: InputSource): void {
  for (const child of element.children) {
    if (child.type === 'element' && child.name !== 'choice' && child.name !== 'compoundhint') {
      throw new ProblemError(`<${element.name}> may hold only choices, not <${child.name}>.`, child.line);
    }
  }
}

export function optionInput(source: InputSource): OptionInput {
  const { texts } = readOptions(source.element, source.substitute);
  return { ...inputBase(source), kind: 'optioninput', options: texts };
}
