import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

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

/** Deeper nesting than this is no text; what lies deeper is left out. */
const DEPTH_MAX = 250;

/** Reads HTML as a browser without scripts does, so what the sanitiser sees is what the browser would have seen. */
export function readHtml(html: string): readonly SourceNode[] {
  return childNodes(parseFragment(html, { scriptingEnabled: false }), 0);
}

function childNodes(parent: DefaultTreeAdapterTypes.ParentNode, depth: number): readonly SourceNode[] {
  if (depth > DEPTH_MAX) return [];
  const nodes: SourceNode[] = [];
  for (const child of parent.childNodes) {
    if ('value' in child) nodes.push({ type: 'text', text: child.value });
    else if ('tagName' in child) nodes.push(elementOf(child, depth));
  }
  return nodes;
}

function elementOf(element: DefaultTreeAdapterTypes.Element, depth: number): SourceElement {
  const attributes: Record<string, string> = {};
  for (const { name, value } of element.attrs) attributes[name] = value;
  return { type: 'element', name: element.tagName, attributes, children: childNodes(element, depth + 1) };
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
