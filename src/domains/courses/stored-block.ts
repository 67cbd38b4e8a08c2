import { createHash } from 'node:crypto';
import type { SettingValue } from './course.ts';

/**
 * A block as it is stored and as authors' tools change it: what its source says, with nothing decoded, so that an
 * export says the same. `Block` is made from it for readers.
 */
export interface StoredBlock {
  readonly tag: string;
  readonly name: string;
  /** The attributes of its element as written, but for the one that names it where it stands inside its parent. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What the block holds; see `Block.contentHash`. */
  readonly contentHash: string | null;
  /** See `Layout`. */
  readonly layoutHash: string | null;
  readonly error: string | null;
  /** Settings that stand inside the content: `<meta>` and `<option:format>` elements. */
  readonly embedded: Readonly<Record<string, SettingValue>>;
  readonly source: SourceForm;
  readonly children: readonly StoredBlock[];
}

/** How the block is written down. A new block needs none of it: `{}`. */
export interface SourceForm {
  /** It stands inside its parent's element; else it has a file of its own and the parent only points. */
  readonly inline?: boolean;
  /** The parent points to a file that is not there, or that leads back to itself. */
  readonly dangling?: boolean;
  /** The name of its file's root element, where that is another than the tag. The pointer's tag counts. */
  readonly element?: string;
  /** Which attribute names an inline block, when it is not `url_name`; `none` when nothing does. */
  readonly named_by?: 'slug' | 'name' | 'display_name' | 'none';
  /** Old style: the parent's element points by `filename` and has these attributes; `attributes` are the file's. */
  readonly pointer?: Readonly<Record<string, string>>;
  /** The path of an html block's text, where Open edX finds it at another place than it would write it. */
  readonly html_path?: string;
  /** The path of the block's file, likewise. */
  readonly path?: string;
}

/**
 * The layout of a block with children is what its element holds besides them: text, comments, `<wiki>`, `<show>`,
 * with `childMark` where a child stands. When there are more children than places the rest comes last. A file's layout
 * may also have what stands before and behind its root element, divided by `edgeMark`. Both characters can't be in XML.
 */
export const childMark = '\u0001';
/** Divides a layout into what stands before the root element, inside of it, and behind it. */
export const edgeMark = '\u0002';

/** Names a block with everything below it. Two blocks of the same hash are the same, in any version of any course. */
export function hashBlock(block: StoredBlock, childHashes: readonly string[]): string {
  const { tag, name, attributes, contentHash, layoutHash, error, embedded, source } = block;
  const facts = [tag, name, attributes, contentHash, layoutHash, error, embedded, source, childHashes];
  return createHash('sha256').update(JSON.stringify(facts, inKeyOrder)).digest('hex');
}

/** The hash that a content is stored by: SHA-256 of its bytes, in hexadecimal. */
export function hashContent(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function inKeyOrder(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
