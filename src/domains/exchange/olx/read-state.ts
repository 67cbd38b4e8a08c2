import { OperatorError } from '../../../kernel/errors.ts';
import type { XmlElement } from '../../../kernel/xml/index.ts';
import { hashContent, type StoredBlock } from '../../courses/index.ts';
import type { SourceFile } from '../archive/source-files.ts';
import type { Finding, Findings } from '../finding.ts';

/** Everything that the reading of one course shares. */
export interface ReadState {
  readonly files: ReadonlyMap<string, SourceFile>;
  /** The course's folder in the archive, with a `/` behind it or empty. */
  readonly prefix: string;
  readonly findings: Findings;
  readonly contents: Map<string, Uint8Array>;
  /** Paths below the course's folder that the blocks are made from. */
  readonly used: Set<string>;
  /** `drafts/` is looked into first while drafts are read. */
  readonly isDraft: boolean;
  /** Blocks that have a file of their own, by its path. */
  readonly byPath: Map<string, StoredBlock>;
  /** The files that are being read now, one inside the other. */
  readonly open: Set<string>;
  /** What was seen first under an id: a path, or the element itself. */
  readonly seen: Map<string, string | XmlElement>;
  /** How many blocks had to be renamed. */
  readonly renamed: { count: number };
  /** How many blocks stand in a tree, those that stand there twice counted twice. */
  readonly sizes: WeakMap<StoredBlock, number>;
}

/** A place in the source, for findings. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** No course has so many. References to one block from many places could multiply without end. */
const most_blocks = 100_000;
const most_depth = 100;

export function createReadState(files: ReadonlyMap<string, SourceFile>, prefix: string, findings: Findings): ReadState {
  return {
    files,
    prefix,
    findings,
    contents: new Map(),
    used: new Set(),
    isDraft: false,
    byPath: new Map(),
    open: new Set(),
    seen: new Map(),
    renamed: { count: 0 },
    sizes: new WeakMap(),
  };
}

/** The same reading, gone over to the drafts: names and files there are their own. */
export function forDrafts(state: ReadState): ReadState {
  return { ...state, isDraft: true, byPath: new Map(), open: new Set(), seen: new Map() };
}

export function report(
  state: ReadState,
  level: Finding['level'],
  code: Finding['code'],
  at: Place,
  message: string,
): void {
  state.findings.add({ level, code, message, file: state.prefix + at.file, line: at.line });
}

/** The bytes of a text of the course, or null when there is none; a path below the course's folder. */
export function bytesAt(state: ReadState, path: string): Buffer | null {
  const file = state.files.get(state.prefix + path);
  return file && 'bytes' in file ? file.bytes : null;
}

/** The path where a block's file really lies: among the drafts first when drafts are read. Null when there is none. */
export function resolvePath(state: ReadState, path: string): string | null {
  if (state.isDraft && bytesAt(state, `drafts/${path}`)) return `drafts/${path}`;
  return bytesAt(state, path) ? path : null;
}

export function keepContent(state: ReadState, content: Uint8Array | string): string {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const hash = hashContent(bytes);
  state.contents.set(hash, bytes);
  return hash;
}

/** @throws OperatorError when the tree has grown beyond what any course holds */
export function checkSize(state: ReadState, block: StoredBlock, at: Place): void {
  const size = block.children.reduce((sum, child) => sum + (state.sizes.get(child) ?? 1), 1);
  state.sizes.set(block, size);
  if (size > most_blocks) {
    throw new OperatorError(
      `${state.prefix}${at.file}: with everything it refers to, this holds more than ${most_blocks} blocks. Blocks that refer to each other again and again are refused.`,
    );
  }
}

export function checkDepth(state: ReadState, depth: number, at: Place): void {
  if (depth <= most_depth) return;
  throw new OperatorError(
    `${state.prefix}${at.file}: blocks stand more than ${most_depth} deep in each other. That is no course; nothing was imported.`,
  );
}
