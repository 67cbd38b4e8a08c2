import { textContent } from '../../../kernel/xml/index.ts';
import type { BoxInput, TextInput } from '../learner-problem.ts';
import { type InputSource, inputBase, isYes, sizeAttribute, textAttribute } from './input-source.ts';

export function textInput(source: InputSource): TextInput {
  const { element } = source;
  return {
    ...inputBase(source),
    kind: element.name as TextInput['kind'],
    size: sizeAttribute(element, 'size'),
    trailingText: textAttribute(source, 'trailing_text'),
    preview: previewOf(source),
    hidden: element.attributes.hidden !== undefined && element.attributes.hidden !== '',
  };
}

function previewOf({ element }: InputSource): TextInput['preview'] {
  if (element.name === 'formulaequationinput') return 'formula';
  if (element.name === 'chemicalequationinput') return 'chemistry';
  return isYes(element.attributes.math) || isYes(element.attributes.dojs) ? 'formula' : 'none';
}

export function boxInput(source: InputSource): BoxInput {
  const { element } = source;
  return {
    ...inputBase(source),
    kind: 'textbox',
    rows: sizeAttribute(element, 'rows') ?? 30,
    cols: sizeAttribute(element, 'cols') ?? 80,
    language: textAttribute(source, 'mode') || 'python',
    start: source.substitute(textContent(element)).trim(),
  };
}
