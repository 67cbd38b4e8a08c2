import { childElements, textContent } from '../../../kernel/xml/index.ts';
import type { AnnotationInput } from '../learner-problem.ts';
import { optionText } from '../responses/options.ts';
import { type InputSource, inputBase } from './input-source.ts';

export function annotationInput(source: InputSource): AnnotationInput {
  const children = childElements(source.element);
  const textOf = (name: string) => {
    const found = children.find((child) => child.name === name);
    return found ? source.substitute(textContent(found)).trim() : '';
  };
  const options = children.filter((child) => child.name === 'options').flatMap(childElements);
  return {
    ...inputBase(source),
    kind: 'annotationinput',
    title: textOf('title'),
    text: textOf('text'),
    comment: textOf('comment'),
    commentPrompt: textOf('comment_prompt'),
    tagPrompt: textOf('tag_prompt'),
    options: options.filter((child) => child.name === 'option').map((option) => source.substitute(optionText(option))),
  };
}
