import { isElement, parseXml, writeChildren, writeXml, XmlError } from '../../kernel/xml/index.ts';
import {
  childMark,
  edgeMark,
  hashContent,
  idOf,
  isBlock,
  isContainer,
  readEmbedded,
  type StoredBlock,
} from '../courses/index.ts';
import type { Broken } from './edit.ts';

/** The texts that a block names, read. */
export interface BlockTexts {
  readonly content: string;
  readonly layout: string;
}

/** A block that was read from what an author wrote, with its texts by hash. */
export interface ReadSource {
  readonly type: 'read';
  readonly block: StoredBlock;
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

/**
 * A block as the element that an author edits. Blocks that stand in it are only pointed to; what could not be read stands
 * as it was written. The Markdown of a problem is left out: its editor has it.
 */
export function writeSource(block: StoredBlock, { content, layout }: BlockTexts): string {
  if (block.error !== null && block.contentHash !== null) return content;
  const { markdown: _, ...attributes } = block.attributes;
  const inner = isParent(block) ? withPointers(block, middleOf(layout)) : insideOf(block, content);
  const element = parseXml(`<${block.tag}>${inner}</${block.tag}>`);
  element.attributes = attributes;
  return writeXml(element);
}

/** Reads what {@link writeSource} wrote and an author changed. The block keeps its name, and only its own children. */
export function readSource(block: StoredBlock, xml: string, { layout }: BlockTexts): ReadSource | Broken {
  const root = tryParse(xml);
  if ('why' in root) return root;
  if (root.name !== block.tag) {
    return { type: 'broken', line: root.line, why: `the element must be <${block.tag}>, and is <${root.name}>` };
  }
  const { url_name: _, ...attributes } = root.attributes;
  const contents = new Map<string, Uint8Array>();
  const keep = (text: string) => keepText(contents, text);
  const facts = { ...block, attributes, error: null, embedded: readEmbedded(root, block.tag) };
  if (!isParent(block)) {
    const contentHash = root.children.length > 0 ? keep(`<${block.tag}>${writeChildren(root)}</${block.tag}>`) : null;
    const isSame = contentHash === block.contentHash && block.attributes.markdown !== undefined;
    const kept = isSame ? { ...attributes, markdown: block.attributes.markdown! } : attributes;
    return { type: 'read', contents, block: { ...facts, attributes: kept, contentHash } };
  }
  const own = new Map(block.children.map((child) => [idOf(child), child]));
  const children: StoredBlock[] = [];
  const pieces: string[] = [];
  for (const node of root.children) {
    if (!isElement(node) || !isBlock(node)) {
      pieces.push(writeXml(node));
      continue;
    }
    const child = own.get(`${node.name}@${node.attributes.url_name ?? ''}`);
    if (!child || children.includes(child)) {
      const why = 'only the blocks that stand in it already may be named here, each once; others are added on the page';
      return { type: 'broken', line: node.line, why };
    }
    children.push(child);
    pieces.push(childMark);
  }
  const [before, behind] = edgesOf(layout);
  const whole = before || behind ? [before, pieces.join(''), behind].join(edgeMark) : pieces.join('');
  return { type: 'read', contents, block: { ...facts, children, layoutHash: whole ? keep(whole) : null } };
}

/** Keeps a text among contents, and gives its hash. */
export function keepText(contents: Map<string, Uint8Array>, text: string): string {
  const bytes = Buffer.from(text);
  const hash = hashContent(bytes);
  contents.set(hash, bytes);
  return hash;
}

/** The parsed element, or where and why it is none. */
export function tryParse(xml: string): ReturnType<typeof parseXml> | Broken {
  try {
    return parseXml(xml.trim());
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const skipped = xml.length - xml.trimStart().length;
    const above = xml.slice(0, skipped).split('\n').length - 1;
    return { type: 'broken', line: error.line + above, why: error.message.replace(/\.$/, '') };
  }
}

function isParent(block: StoredBlock): boolean {
  return block.children.length > 0 || isContainer(block.tag);
}

function insideOf(block: StoredBlock, content: string): string {
  return content === '' ? '' : content.slice(`<${block.tag}>`.length, -`</${block.tag}>`.length);
}

function withPointers(block: StoredBlock, layout: string): string {
  const pointers = block.children.map(({ tag, name }) =>
    writeXml({ type: 'element', name: tag, attributes: { url_name: name }, children: [], line: 0 }),
  );
  const pieces = layout.split(childMark);
  const tail = pieces.pop()!;
  const placed = pieces.map((piece, i) => piece + (pointers[i] ?? '')).join('');
  const rest = pointers.slice(pieces.length).map((pointer) => `\n  ${pointer}`);
  return `${placed}${rest.join('')}${rest.length > 0 && !tail.startsWith('\n') ? '\n' : ''}${tail}`;
}

function middleOf(layout: string): string {
  return layout.includes(edgeMark) ? layout.split(edgeMark)[1]! : layout;
}

function edgesOf(layout: string): [before: string, behind: string] {
  const [before = '', , behind = ''] = layout.includes(edgeMark) ? layout.split(edgeMark) : [];
  return [before, behind];
}
