import { SaxesParser } from 'saxes';
import { htmlEntities } from './html-entities.ts';
import { type XmlElement, XmlError, type XmlNode } from './xml.ts';

/** Deeper nesting than this is no course but an attack on the stack. */
const most_depth = 500;

/**
 * Reads one XML document. Nothing outside the source is ever loaded: a DTD is skipped, its entities stay undefined
 * (so nothing expands), and the named characters of HTML (`&nbsp;`) are known, because authors write them.
 *
 * @throws XmlError for anything that is not well-formed, or nested deeper than 500 elements
 */
export function parseXml(source: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false, position: true });
  Object.assign(parser.ENTITIES, htmlEntities);
  let root: XmlElement | null = null;
  const open: XmlElement[] = [];
  let startLine = 1;

  const append = (node: XmlNode) => {
    open.at(-1)?.children.push(node);
  };
  parser.on('error', (error) => {
    throw new XmlError(error.message.replace(/^\d+:\d+: /, ''), parser.line, parser.column);
  });
  parser.on('opentagstart', () => {
    // It fires one character behind the name; where that was a line break, the name stood on the line before.
    startLine = parser.column === 0 ? parser.line - 1 : parser.line;
  });
  parser.on('opentag', (tag) => {
    if (open.length >= most_depth) {
      throw new XmlError(`nested deeper than ${most_depth} elements`, parser.line, parser.column);
    }
    const element: XmlElement = {
      type: 'element',
      name: tag.name,
      attributes: { ...(tag.attributes as Record<string, string>) },
      children: [],
      line: startLine,
    };
    append(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.on('text', (value) => append({ type: 'text', text: value, cdata: false }));
  parser.on('cdata', (value) => append({ type: 'text', text: value, cdata: true }));
  parser.on('comment', (value) => append({ type: 'comment', text: value }));
  parser.on('processinginstruction', ({ target, body }) => append({ type: 'instruction', target, text: body }));

  parser.write(source).close();
  if (!root) throw new XmlError('there is no element in this document', 1, 0);
  return root;
}
