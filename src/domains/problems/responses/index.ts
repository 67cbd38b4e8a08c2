import type { XmlElement } from '../../../kernel/xml/index.ts';
import { withHintGroup } from '../feedback/hint-group.ts';
import { ProblemError } from '../problem-error.ts';
import { annotation } from './annotation.ts';
import { choice } from './choice.ts';
import { choiceText } from './choice-text.ts';
import { custom } from './custom.ts';
import { formula } from './formula.ts';
import { image } from './image.ts';
import { multipleChoice } from './multiple-choice.ts';
import { numerical } from './numerical.ts';
import { option } from './option.ts';
import { code, external, javascript } from './outside.ts';
import { placing } from './placing.ts';
import type { Response, ResponseKind, ResponseSource } from './response.ts';
import { schematic } from './schematic.ts';
import { string } from './string.ts';
import { symbolic } from './symbolic.ts';
import { trueFalse } from './true-false.ts';

/** Every response type, by its element. */
const kinds: Readonly<Record<string, ResponseKind>> = {
  annotationresponse: annotation,
  choiceresponse: choice,
  choicetextresponse: choiceText,
  coderesponse: code,
  customresponse: custom,
  externalresponse: external,
  formularesponse: formula,
  imageresponse: image,
  javascriptresponse: javascript,
  multiplechoiceresponse: multipleChoice,
  numericalresponse: numerical,
  optionresponse: option,
  placingresponse: placing,
  schematicresponse: schematic,
  stringresponse: string,
  symbolicresponse: symbolic,
  truefalseresponse: trueFalse,
};

/** The input fields that may stand in a response of each type. */
export function responseInputs(): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(kinds).map(([name, { inputs }]) => [name, inputs]));
}

export function isResponse(element: XmlElement): boolean {
  return Object.hasOwn(kinds, element.name);
}

/** Reads one response and makes ready what can be. @throws ProblemError */
export function compileResponse(source: ResponseSource): Response {
  const kind = kinds[source.element.name]!;
  checkShape(source, kind);
  return {
    id: source.id,
    element: source.element,
    inputs: source.inputs,
    ...withHintGroup(source, kind, kind.compile(source)),
  };
}

function checkShape({ element, inputs }: ResponseSource, kind: ResponseKind): void {
  for (const input of inputs) {
    if (!kind.inputs.includes(input.element.name)) {
      throw new ProblemError(`<${element.name}> cannot have input field ${input.element.name}`, input.element.line);
    }
  }
  if (kind.inputs_max !== undefined && inputs.length > kind.inputs_max) {
    throw new ProblemError(`<${element.name}> cannot have more than ${kind.inputs_max} input field`, element.line);
  }
  if (inputs.length === 0 && kind.inputs_max !== undefined) {
    throw new ProblemError(`<${element.name}> has no input field`, element.line);
  }
  for (const name of kind.required ?? []) {
    if (!element.attributes[name]) {
      throw new ProblemError(`<${element.name}> is missing its required attribute ${name}`, element.line);
    }
  }
}
