import type { XmlElement, XmlNode } from '../../../kernel/xml/index.ts';

const keepsSpace = new Set(['pre', 'code', 'script']);

function nodeMeaning(node: XmlNode, exact: boolean): string {
  if (node.type === 'element') return elementMeaning(node, exact || keepsSpace.has(node.name));
  if (node.type !== 'text') return '';
  return JSON.stringify(exact ? node.text : node.text.replace(/\s+/g, ' ').trim());
}

function attributesMeaning(attributes: Record<string, string>): string {
  return Object.keys(attributes)
    .sort()
    .map(
      (name) => ` ${name}=${JSON.stringify(name === 'correct' ? attributes[name]!.toLowerCase() : attributes[name])}`,
    )
    .join('');
}

function elementMeaning(element: XmlElement, exact: boolean): string {
  const children = element.children.map((child) => nodeMeaning(child, exact)).filter((part) => part !== '""');
  return `<${element.name}${attributesMeaning(element.attributes)}>${children.join('')}</>`;
}

/**
 * A text that two problems share when they differ in nothing that a learner or a grader could see: white space, comments
 * and the order of attributes do not count, nor do the attributes of the problem itself.
 */
export function meaningOf(problem: XmlElement): string {
  return elementMeaning({ ...problem, attributes: {} }, false);
}
