import type { XmlElement, XmlNode } from './xml.ts';

const inText: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
const inAttribute: Record<string, string> = { ...inText, '"': '&quot;', '\n': '&#10;', '\t': '&#9;' };

function escapeText(value: string): string {
  return value.replace(/[&<>\r]/g, (c) => inText[c]!);
}

function escapeAttribute(value: string): string {
  return value.replace(/[&<>"\r\n\t]/g, (c) => inAttribute[c]!);
}

function writeAttributes(element: XmlElement): string {
  return Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
}

/** The source of a node again: as read, but for the quotes, the white space in tags and the names of entities. */
export function writeXml(node: XmlNode): string {
  switch (node.type) {
    case 'text':
      return node.cdata ? `<![CDATA[${node.text}]]>` : escapeText(node.text);
    case 'comment':
      return `<!--${node.text}-->`;
    case 'instruction':
      return `<?${node.target} ${node.text}?>`;
    case 'element':
      return node.children.length === 0
        ? `<${node.name}${writeAttributes(node)}/>`
        : `<${node.name}${writeAttributes(node)}>${writeChildren(node)}</${node.name}>`;
  }
}

/** What stands between an element's tags. */
export function writeChildren(element: XmlElement): string {
  return element.children.map(writeXml).join('');
}

/**
 * Canonical XML 1.0 with comments, of one element: attributes by name, no self-closing tags, CDATA as text. Two
 * sources with the same canonical form mean the same.
 */
export function canonicalXml(node: XmlNode): string {
  if (node.type === 'text') return escapeText(node.text);
  if (node.type !== 'element') return writeXml(node);
  const names = Object.keys(node.attributes).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const attributes = names.map((name) => ` ${name}="${escapeAttribute(node.attributes[name]!)}"`).join('');
  return `<${node.name}${attributes}>${node.children.map(canonicalXml).join('')}</${node.name}>`;
}
