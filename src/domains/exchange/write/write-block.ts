import { childMark, edgeMark, type StoredBlock } from '../../courses/index.ts';
import { filePathOf } from '../olx/block-names.ts';
import { withName, wrapElement } from './markup.ts';
import { writeHtml } from './write-html.ts';
import { bytesOf, putFile, textOf, type WriteState } from './write-state.ts';

type Attributes = Readonly<Record<string, string>>;

/** What a block's element says, without its name, and what stands around it in its file. */
export interface BlockBody {
  readonly attributes: Attributes;
  readonly inner: string;
  readonly before: string;
  readonly behind: string;
}

/** Writes the block's files, and gives what stands for it among its parent's children: itself, or a pointer. */
function writeBlock(state: WriteState, block: StoredBlock): string {
  const { tag, name, source } = block;
  const pointer = source.pointer
    ? withName(block, source.pointer, '')
    : { [source.named_by === 'slug' ? 'slug' : 'url_name']: name };
  if (source.dangling) return wrapElement(tag, pointer, '');
  if (!source.inline && writeBlockFile(state, block)) return wrapElement(tag, pointer, '');
  const { attributes, inner } = writeBody(state, block);
  const element = withName(block, attributes, inner);
  // An element with nothing but a name would be read as a pointer, so it becomes one.
  const isBare = Object.keys(element).length === 1 && !inner.trim() && (element.url_name ?? element.slug) === name;
  if (isBare && source.inline) return writeBlock(state, { ...block, source: { ...source, inline: false } });
  return wrapElement(tag, element, inner);
}

/** Writes the block's own file. Says no when another one is in its place: then the block must stand in its parent. */
export function writeBlockFile(state: WriteState, block: StoredBlock): boolean {
  const { tag, name, source, error, contentHash } = block;
  const path = source.path ?? filePathOf(tag, name);
  // What could not be read is written as it was.
  if (error && contentHash) return putFile(state, path, bytesOf(state, contentHash));
  const { attributes, inner, before, behind } = writeBody(state, block);
  const element = wrapElement(source.element ?? tag, attributes, inner);
  return putFile(state, path, [before, element, behind, ''].filter((part, i) => part || i === 3).join('\n'));
}

export function writeBody(state: WriteState, block: StoredBlock): BlockBody {
  const layout = block.layoutHash ? textOf(state, block.layoutHash) : '';
  const [before = '', middle = '', behind = ''] = layout.includes(edgeMark) ? layout.split(edgeMark) : ['', layout];
  const { attributes } = block;
  if (block.tag === 'html') return { ...writeHtml(state, block, middle), before, behind };
  if (block.children.length > 0 || middle)
    return { attributes, inner: fillLayout(state, block, middle), before, behind };
  const content = block.contentHash ? textOf(state, block.contentHash) : '';
  const inner = content.slice(`<${block.tag}>`.length, -`</${block.tag}>`.length);
  return { attributes, inner, before, behind };
}

/** The layout with the children in its places. Those that have none come last, in lines of their own. */
function fillLayout(state: WriteState, block: StoredBlock, layout: string): string {
  const children = block.children.map((child) => writeBlock(state, child));
  const pieces = layout.split(childMark);
  const tail = pieces.pop()!;
  const placed = pieces.map((piece, i) => (i < children.length ? piece + children[i] : '')).join('');
  const rest = children.slice(pieces.length);
  if (rest.length === 0) return placed + tail;
  return `${placed}${rest.map((child) => `\n  ${child}`).join('')}${tail.trim() || tail === '' ? '\n' : ''}${tail}`;
}
