import { type HtmlNode, parseHtml } from '../../../../kernel/html/parse-html.ts';

/** What an author wrote, as a tree: from HTML by the browsers' own rules, or from a problem's XML. Nothing is checked yet. */
export type SourceNode = SourceText | SourceElement | OwnMarkup;

/** What we put among the author's words, such as the fields of a problem. It passes unchanged. */
export interface OwnMarkup {
  readonly type: 'markup';
  readonly html: string;
}

export interface SourceText {
  readonly type: 'text';
  readonly text: string;
}

export interface SourceElement {
  readonly type: 'element';
  /** In small letters, but for the names of SVG that have capitals. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SourceNode[];
}

/** Reads HTML as a browser without scripts does, so what the sanitiser sees is what the browser would have seen. */
export function readHtml(html: string): readonly SourceNode[] {
  return sourceNodes(parseHtml(html));
}

function sourceNodes(parsed: readonly HtmlNode[]): readonly SourceNode[] {
  const nodes: SourceNode[] = [];
  for (const node of parsed) {
    if ('value' in node) nodes.push({ type: 'text', text: node.value });
    else if ('tagName' in node) nodes.push(elementOf(node));
  }
  return nodes;
}

function elementOf(element: Extract<HtmlNode, { tagName: string }>): SourceElement {
  const attributes: Record<string, string> = {};
  for (const { name, value } of element.attrs) attributes[name] = value;
  return { type: 'element', name: element.tagName, attributes, children: sourceNodes(element.childNodes) };
}

/** Every element below these nodes, in document order. */
export function* elementsOf(nodes: readonly SourceNode[]): Generator<SourceElement> {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    yield node;
    yield* elementsOf(node.children);
  }
}

export function textOf(nodes: readonly SourceNode[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.text : node.type === 'element' ? textOf(node.children) : ''))
    .join('');
}
