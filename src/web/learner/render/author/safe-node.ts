import { escapeMarkup } from '../../../../kernel/escape-markup.ts';

/** What may stand on our pages: made by the sanitiser from what is allowed, never a copy of what an author wrote. */
export type SafeNode =
  | { readonly type: 'text'; readonly text: string }
  | SafeElement
  /** Markup of our own making. */
  | { readonly type: 'markup'; readonly html: string }
  | Formula;

/** A formula in its source; typesetting makes markup of it. */
export interface Formula {
  readonly type: 'formula';
  readonly language: 'tex' | 'asciimath';
  readonly source: string;
  /** On a line of its own. */
  readonly isDisplay: boolean;
}

export interface SafeElement {
  readonly type: 'element';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SafeNode[];
}

export function safeElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly SafeNode[] = [],
): SafeElement {
  return { type: 'element', name, attributes, children };
}

export function safeText(text: string): SafeNode {
  return { type: 'text', text };
}

const voidElements = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'source', 'track', 'wbr']);

export function writeSafe(nodes: readonly SafeNode[]): string {
  let html = '';
  for (const node of nodes) {
    if (node.type === 'text') html += escapeMarkup(node.text);
    else if (node.type === 'markup') html += node.html;
    else if (node.type === 'formula') html += `<code class="maths-source">${escapeMarkup(node.source)}</code>`;
    else html += writeElement(node);
  }
  return html;
}

function writeElement({ name, attributes, children }: SafeElement): string {
  let html = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) html += ` ${key}="${escapeMarkup(value)}"`;
  if (voidElements.has(name)) return `${html}>`;
  // A browser swallows a line break right behind `<pre>`.
  const first = name === 'pre' ? '>\n' : '>';
  return `${html}${first}${writeSafe(children)}</${name}>`;
}
