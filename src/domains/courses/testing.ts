import type { Manifest } from './manifest.ts';
import { hashContent, type StoredBlock } from './stored-block.ts';

/** A block with nothing but what is given. */
export function aBlock(tag: string, name: string, given: Partial<StoredBlock> = {}): StoredBlock {
  const nothing = {
    attributes: {},
    contentHash: null,
    layoutHash: null,
    error: null,
    embedded: {},
    source: {},
    children: [],
  };
  return { tag, name, ...nothing, ...given };
}

/** A course's tree: one section with one subsection, and in it the given units. */
export function aTree(units: readonly StoredBlock[], settings: Readonly<Record<string, string>> = {}): StoredBlock {
  const sequential = aBlock('sequential', 'first', { attributes: { display_name: 'First' }, children: units });
  const chapter = aBlock('chapter', 'one', { attributes: { display_name: 'One' }, children: [sequential] });
  return aBlock('course', '2031', {
    attributes: { display_name: 'Rivers', start: '2026-01-01', ...settings },
    children: [chapter],
  });
}

/** Texts as contents by hash, and a manifest that has them as documents. */
export function someDocuments(texts: Readonly<Record<string, string>>): {
  manifest: Manifest;
  contents: Map<string, Buffer>;
} {
  const contents = new Map<string, Buffer>();
  const documents: Record<string, string> = {};
  for (const [path, text] of Object.entries(texts)) {
    const bytes = Buffer.from(text);
    documents[path] = hashContent(bytes);
    contents.set(documents[path], bytes);
  }
  return { manifest: { folder: '', documents, files: {} }, contents };
}
