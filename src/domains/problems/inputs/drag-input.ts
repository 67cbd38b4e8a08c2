import { childElements, type XmlElement } from '../../../kernel/xml/index.ts';
import type { DragInput } from '../learner-problem.ts';
import { type InputSource, inputBase, isYes } from './input-source.ts';

/** The drag and drop of 2012: draggables, and places on an image. What is right stands only in the author's Python. */
export function dragInput(source: InputSource): DragInput {
  const { element, substitute } = source;
  const children = childElements(element);
  const text = (child: XmlElement, name: string) => substitute(child.attributes[name] ?? '');
  const number = (child: XmlElement, name: string) => Number.parseFloat(text(child, name)) || 0;
  return {
    ...inputBase(source),
    kind: 'drag_and_drop_input',
    image: text(element, 'img'),
    alt: text(element, 'alt'),
    onePerTarget: element.attributes.one_per_target === undefined || isYes(element.attributes.one_per_target),
    draggables: children
      .filter((child) => child.name === 'draggable')
      .map((child) => ({
        id: text(child, 'id'),
        label: text(child, 'label'),
        icon: text(child, 'icon'),
        reusable: isYes(child.attributes.can_reuse),
      })),
    targets: children
      .filter((child) => child.name === 'target')
      .map((child) => ({
        id: text(child, 'id'),
        label: text(child, 'label') || text(child, 'id'),
        x: number(child, 'x'),
        y: number(child, 'y'),
        width: number(child, 'w'),
        height: number(child, 'h'),
      })),
  };
}
