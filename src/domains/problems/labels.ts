import { childElements, text, textContent, type XmlElement, type XmlNode } from '../../kernel/xml/index.ts';
import type { ResponseInput } from './responses/response.ts';

/** The words of a question, and the elements they came from, which are not shown a second time. */
export interface QuestionLabel {
  readonly label: readonly XmlNode[];
  readonly descriptions: readonly XmlElement[];
  readonly taken: readonly XmlElement[];
}

/**
 * A label inside the response; else a label just before it; else its input's label attribute, with which a paragraph
 * just before it that says the same is taken. (Rule 3.22.2.)
 */
export function questionLabel(
  response: XmlElement,
  inputs: readonly ResponseInput[],
  before: XmlElement | undefined,
): QuestionLabel {
  const children = childElements(response);
  const descriptions = children.filter((child) => child.name === 'description');
  const inside = children.find((child) => child.name === 'label');
  if (inside) return { label: inside.children, descriptions, taken: [inside, ...descriptions] };
  if (before?.name === 'label') return { label: before.children, descriptions, taken: [before, ...descriptions] };

  const written = inputs.length === 1 ? inputs[0]!.element.attributes.label?.trim() : undefined;
  if (!written) return { label: [], descriptions, taken: descriptions };
  if (before?.name === 'p' && sameWords(textContent(before), written)) {
    return { label: before.children, descriptions, taken: [before, ...descriptions] };
  }
  return { label: [text(written)], descriptions, taken: descriptions };
}

function sameWords(a: string, b: string): boolean {
  const plain = (words: string) => words.replace(/\s+/g, ' ').trim();
  return plain(a) === plain(b);
}
