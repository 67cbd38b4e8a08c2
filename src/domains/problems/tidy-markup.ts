import { type HtmlNode, parseHtml } from '../../kernel/html/parse-html.ts';

const empty: ReadonlySet<string> = new Set(['br', 'col', 'embed', 'hr', 'img', 'input', 'source', 'track', 'wbr']);

/** A message's markup made whole: what a script left open is closed, loose signs are escaped, blanks around it go. */
export function tidyMarkup(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  return parseHtml(html).map(write).join('').trim();
}

function write(node: HtmlNode): string {
  if (node.nodeName === '#text' && 'value' in node) return escaped(node.value);
  if (!('tagName' in node)) return '';
  const attributes = node.attrs.map(({ name, value }) => ` ${name}="${escaped(value).replaceAll('"', '&quot;')}"`);
  const open = `<${node.tagName}${attributes.join('')}`;
  return empty.has(node.tagName) ? `${open}/>` : `${open}>${node.childNodes.map(write).join('')}</${node.tagName}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
