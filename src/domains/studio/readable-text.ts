import { type HtmlNode, parseHtml } from '../../kernel/html/parse-html.ts';
import type { StoredBlock } from '../courses/index.ts';
import { displayedName } from './displayed-name.ts';

const own = new Set(['script', 'style', 'template']);
const inline = new Set([
  ...['a', 'abbr', 'b', 'code', 'em', 'i', 'kbd', 'mark', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'u'],
  ...['#text', 'br'],
]);

/** What a reader reads of a block: its name, and its words in paragraphs; pictures by their alternative texts. */
export function readableText(block: StoredBlock, content: string): string {
  const said = words(parseHtml(content))
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  return [displayedName(block), ...said].filter(Boolean).join('\n');
}

function words(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if ('value' in node) return node.value.replace(/\s+/g, ' ');
      if (!('childNodes' in node) || own.has(node.nodeName)) return '';
      if (node.nodeName === 'br') return '\n';
      if (node.nodeName === 'img') return ` ${node.attrs.find(({ name }) => name === 'alt')?.value ?? ''} `;
      const inside = words(node.childNodes);
      return inline.has(node.nodeName) ? inside : `\n${inside}\n`;
    })
    .join('');
}
