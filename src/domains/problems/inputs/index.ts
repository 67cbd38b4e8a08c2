import type { InputNode } from '../learner-problem.ts';
import { annotationInput } from './annotation-input.ts';
import { appletInput, isApplet } from './applet-input.ts';
import { choiceTextInput } from './choice-text-input.ts';
import { choicesInput, optionInput } from './choices-input.ts';
import { dragInput } from './drag-input.ts';
import { imageInput } from './image-input.ts';
import type { InputSource } from './input-source.ts';
import { boxInput, textInput } from './text-input.ts';

export { inputNames } from './input-names.ts';

const makers: Readonly<Record<string, (source: InputSource) => InputNode>> = {
  annotationinput: annotationInput,
  checkboxgroup: choicesInput,
  checkboxtextgroup: choiceTextInput,
  choicegroup: choicesInput,
  drag_and_drop_input: dragInput,
  imageinput: imageInput,
  optioninput: optionInput,
  radiogroup: choicesInput,
  radiotextgroup: choiceTextInput,
  textbox: boxInput,
};

/** The learner's view of an input. @throws ProblemError */
export function learnerInput(source: InputSource): InputNode {
  const { name } = source.element;
  if (isApplet(name)) return appletInput(source, name);
  return (makers[name] ?? textInput)(source);
}
