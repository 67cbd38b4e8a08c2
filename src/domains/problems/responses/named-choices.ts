import { childElements, type XmlElement } from '../../../kernel/xml/index.ts';

/** A choice with the name that is sent when it is picked. */
export interface NamedChoice {
  readonly name: string;
  readonly element: XmlElement;
}

export function choiceElements(group: XmlElement): readonly XmlElement[] {
  return childElements(group).filter((child) => child.name === 'choice');
}

/** multiplechoice and truefalse: `name="x"` is `choice_x`; those without are numbered among themselves. (Rule 2.3.) */
export function namedChoices(group: XmlElement): readonly NamedChoice[] {
  let unnamed = 0;
  return choiceElements(group).map((element) => {
    const written = element.attributes.name;
    return { name: `choice_${written ?? unnamed++}`, element };
  });
}

/** choiceresponse: always by position. (Rule 2.4.) */
export function numberedChoices(group: XmlElement): readonly NamedChoice[] {
  return choiceElements(group).map((element, index) => ({ name: `choice_${index}`, element }));
}
