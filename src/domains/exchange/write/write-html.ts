import { parseXml, writeChildren, XmlError } from '../../../kernel/xml/index.ts';
import type { StoredBlock } from '../../courses/index.ts';
import { htmlPathOf, inlineHtml } from '../olx/read-html.ts';
import { bytesOf, putFile, type WriteState } from './write-state.ts';

/** What an html block's element says: its attributes and what it holds. */
export interface HtmlElement {
  readonly attributes: Readonly<Record<string, string>>;
  readonly inner: string;
}

/**
 * Writes the text of an html block: into a file of its own when the source has it so, or when it is no XML and can't
 * stand inside of an element; else into the element.
 */
export function writeHtml(state: WriteState, block: StoredBlock, layout: string): HtmlElement {
  const { contentHash, source, attributes } = block;
  const { filename } = attributes;
  if (!contentHash) return { attributes, inner: layout };
  const bytes = bytesOf(state, contentHash);
  if (filename !== undefined) {
    const path = source.html_path ?? htmlPathOf(block.name, filename);
    if (putFile(state, path, bytes)) return { attributes, inner: layout };
  } else {
    const html = Buffer.from(bytes).toString('utf8');
    for (const inner of [layout, html]) if (inner && readsAs(inner, html)) return { attributes, inner };
  }
  const own = block.name.split(':').at(-1)!;
  if (!putFile(state, htmlPathOf(block.name, own), bytes))
    throw new Error(`two texts want the place of html ${block.name}`);
  return { attributes: { ...attributes, filename: own }, inner: '' };
}

/** Whether markup inside of an html element is read as just this HTML again. */
function readsAs(inner: string, html: string): boolean {
  try {
    const element = parseXml(`<html>${inner}</html>`);
    return inlineHtml(element) === html && writeChildren(element) === inner;
  } catch (error) {
    if (error instanceof XmlError) return false;
    throw error;
  }
}
