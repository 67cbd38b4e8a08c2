/**
 * The XML tree that courses and problems are read into: order, mixed text, comments and CDATA are kept, and every
 * element knows its line, so that a finding can point at it. Names keep their prefix as written.
 */
export interface XmlElement {
  readonly type: 'element';
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  /** Line of the start tag in its source, from 1; 0 for an element that was made and not read. */
  readonly line: number;
}

interface XmlText {
  readonly type: 'text';
  text: string;
  /** Written as a CDATA section. Canonical XML does not tell the two apart. */
  readonly cdata: boolean;
}

interface XmlComment {
  readonly type: 'comment';
  readonly text: string;
}

interface XmlInstruction {
  readonly type: 'instruction';
  readonly target: string;
  readonly text: string;
}

/** What stands in a document, in its order. */
export type XmlNode = XmlElement | XmlText | XmlComment | XmlInstruction;

/** Why a source is not XML, with its place. The message is fit for an author's eyes. */
export class XmlError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.name = 'XmlError';
    this.line = line;
    this.column = column;
  }
}

/** An element made by hand, as for a rewrite or a test. */
export function element(name: string, attributes: Record<string, string> = {}, children: XmlNode[] = []): XmlElement {
  return { type: 'element', name, attributes, children, line: 0 };
}

/** A text made by hand, for the same. */
export function text(value: string): XmlText {
  return { type: 'text', text: value, cdata: false };
}

/** Whether a node is an element. */
export function isElement(node: XmlNode): node is XmlElement {
  return node.type === 'element';
}

/** The elements straight below another, in their order. */
export function childElements(parent: XmlElement): XmlElement[] {
  return parent.children.filter(isElement);
}

/** All text below an element, in document order, as lxml's `itertext` gives it (no comments). */
export function textContent(node: XmlNode): string {
  if (node.type === 'text') return node.text;
  if (node.type !== 'element') return '';
  return node.children.map(textContent).join('');
}

/** Every element below and including `root`, in document order. */
export function* walk(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of root.children) if (child.type === 'element') yield* walk(child);
}
