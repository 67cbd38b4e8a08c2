import { type HtmlNode, parseHtml } from '../../kernel/html/parse-html.ts';

/** What a reader would see of an author's HTML, as one line, cut at a word. */
export function plainText(html: string, most_chars: number): string {
  const text = visible(parseHtml(html.slice(0, 50_000)))
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= most_chars) return text;
  const blank = text.lastIndexOf(' ', most_chars - 1);
  return `${text.slice(0, blank > most_chars - 40 && blank > 0 ? blank : most_chars - 1)}…`;
}

function visible(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if ('value' in node) return node.value;
      if (!('childNodes' in node) || /^(script|style|template)$/.test(node.nodeName)) return '';
      return ` ${visible(node.childNodes)} `;
    })
    .join('');
}
