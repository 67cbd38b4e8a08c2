import { type HtmlNode, parseHtml } from '../../../kernel/html/parse-html.ts';
import { element, parseXml, text, type XmlElement, XmlError, type XmlNode } from '../../../kernel/xml/index.ts';

/** A block's content as one element, HTML as a browser reads it; null where it is no XML. */
export function readMarkup(tag: string, content: string): XmlElement | null {
  if (tag === 'html') return element('html', {}, parseHtml(content).flatMap(toXml));
  try {
    return content.trim() === '' ? element(tag) : parseXml(content);
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  }
}

function toXml(node: HtmlNode): XmlNode[] {
  if ('value' in node) return [text(node.value)];
  if (!('childNodes' in node)) return [];
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return [element(node.nodeName, attributes, node.childNodes.flatMap(toXml))];
}

/** What a reader hears of an element: its texts, and pictures by their alternative texts. */
export function heardText(node: XmlNode): string {
  return gather(node).replace(/\s+/g, ' ').trim();
}

function gather(node: XmlNode): string {
  if (node.type === 'text') return node.text;
  if (node.type !== 'element') return '';
  const { name, attributes, children } = node;
  const own = attributes['aria-label'] ?? (name === 'img' ? attributes.alt : undefined);
  return own ?? children.map(gather).join('');
}
