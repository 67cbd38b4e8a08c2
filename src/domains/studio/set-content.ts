import type { Writing } from '../../kernel/database/index.ts';
import { writeChildren, type XmlElement } from '../../kernel/xml/index.ts';
import {
  type BlockId,
  changeBlock,
  type Manifest,
  type ManifestFile,
  type StoredBlock,
  type VersionCache,
} from '../courses/index.ts';
import { longestMarkdown_chars, markdownFromProblem, problemFromMarkdown } from '../problems/index.ts';
import { type BlockTexts, keepText, readSource, tryParse, writeSource } from './block-source.ts';
import { readTexts } from './block-texts.ts';
import { changeDraft } from './change-draft.ts';
import { displayedName } from './displayed-name.ts';
import { type Broken, type Edit, type EditResult, refused } from './edit.ts';
import { editionOf, findPlace } from './places.ts';

/** In what an author writes: HTML of a text, Markdown of a problem, XML of anything. */
export type SourceKind = 'html' | 'markdown' | 'xml';

/** A block's new content. */
export interface NewContent {
  readonly blockId: BlockId;
  /** The edition that the author wrote on; see `findBlock`. */
  readonly edition: string;
  readonly kind: SourceKind;
  readonly text: string;
  /** The author's name for the block, where the text does not say it; empty for none. */
  readonly displayName?: string;
  /** Files that go with it, by their paths below the course's folder: captions of a video. */
  readonly files?: Readonly<Record<string, ManifestFile>>;
}

const longest_chars = 900_000;

/** Stores what an author wrote, when nobody else changed the block since. */
export function setContent(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  { blockId, edition, kind, text, displayName, files = {} }: NewContent,
): Promise<EditResult | Broken> {
  return changeDraft<EditResult | Broken>(w, versions, edit, async ({ root, manifest }) => {
    const block = findPlace(root, blockId)?.block;
    if (!block) return refused('no-such-block');
    if (text.length > longest_chars) return refused('too-long');
    const texts = await readTexts(w, block);
    if (edition !== editionOf(block)) {
      return { type: 'moved-on', blockId, yours: text, theirs: sourceOf(block, texts, kind) ?? texts.content };
    }
    const read = isUntouched(sourceOf(block, texts, kind), text)
      ? { type: 'read' as const, block, contents: new Map<string, Uint8Array>() }
      : readText(block, texts, kind, text);
    if (read.type === 'broken') return read;
    const named = displayName === undefined ? read.block : withName(read.block, displayName);
    const isSame = editionOf(named) === editionOf(block) && sameChildren(named, block);
    return {
      type: 'change',
      blockId,
      root: isSame ? root : changeBlock(root, blockId, () => named),
      manifest: withFiles(manifest, files),
      contents: read.contents,
    };
  });
}

/** Saving what was only looked at changes nothing, not even how it is written. A field of a page drops a first line break. */
function isUntouched(shown: string | null, text: string): boolean {
  const plain = (one: string) => one.replace(/\r\n?/g, '\n').replace(/^\n/, '');
  return shown !== null && shown !== '' && plain(shown) === plain(text);
}

/** A block as its editor of that kind shows it; null where Markdown can't say what the problem says. */
export function sourceOf(block: StoredBlock, texts: BlockTexts, kind: SourceKind): string | null {
  if (kind === 'html') return texts.content;
  if (kind === 'xml') return writeSource(block, texts);
  if (block.error !== null) return null;
  const kept = block.attributes.markdown;
  const again = kept === undefined ? null : problemOf(kept);
  if (again && 'name' in again && contentOf(again) === texts.content) return kept!;
  return texts.content === '' ? '' : markdownFromProblem(texts.content);
}

/** What the text makes of the block, or where it can't be read. Nothing is stored: it serves a look before saving, too. */
export function readText(
  block: StoredBlock,
  texts: BlockTexts,
  kind: SourceKind,
  text: string,
): ReturnType<typeof readSource> {
  const written = text.replace(/\r\n?/g, '\n');
  if (kind === 'xml') return readSource(block, written, texts);
  const contents = new Map<string, Uint8Array>();
  if (kind === 'html') {
    const contentHash = keepText(contents, written);
    return { type: 'read', contents, block: { ...block, error: null, contentHash } };
  }
  const element = problemOf(written);
  if ('why' in element) return element;
  const attributes = { ...block.attributes, markdown: written };
  const contentHash = keepText(contents, contentOf(element));
  return { type: 'read', contents, block: { ...block, attributes, error: null, contentHash } };
}

/** The problem that Markdown means; broken where what stands in it is no XML, such as a lone `<`. */
function problemOf(markdown: string): XmlElement | Broken {
  if (markdown.length > longestMarkdown_chars) return { type: 'broken', line: 0, why: 'the text is too long' };
  const read = tryParse(problemFromMarkdown(markdown));
  // The line is one of the XML, which the author never saw.
  return 'why' in read ? { ...read, line: 0 } : read;
}

function contentOf(element: XmlElement): string {
  return `<${element.name}>${writeChildren(element)}</${element.name}>`;
}

function withName(block: StoredBlock, name: string): StoredBlock {
  if (name === displayedName(block)) return block;
  const { display_name: _, ...attributes } = block.attributes;
  const { display_name: __, ...pointer } = block.source.pointer ?? {};
  const source = block.source.pointer ? { ...block.source, pointer } : block.source;
  return { ...block, source, attributes: { ...(name && { display_name: name }), ...attributes } };
}

function sameChildren(a: StoredBlock, b: StoredBlock): boolean {
  return a.children.length === b.children.length && a.children.every((child, i) => child === b.children[i]);
}

function withFiles(manifest: Manifest, files: Readonly<Record<string, ManifestFile>>): Manifest {
  return Object.keys(files).length === 0 ? manifest : { ...manifest, files: { ...manifest.files, ...files } };
}
