import { canonicalXml, parseXml, XmlError } from '../../../kernel/xml/index.ts';
import { hashTree, idOf, type StoredBlock } from '../../courses/index.ts';
import { createFindings } from '../finding.ts';
import { filePathOf } from '../olx/block-names.ts';
import { readDrafts } from '../olx/read-drafts.ts';
import { createReadState } from '../olx/read-state.ts';
import { blockIdOf } from '../olx/usage-key.ts';
import type { CourseTrees } from './course-trees.ts';
import { isDraftable } from './main-tree.ts';
import { isSameOutput } from './output.ts';
import { writeBlockFile } from './write-block.ts';
import type { WriteState } from './write-state.ts';

/** Files below `drafts/`, by path below the course's folder. */
export type DraftFiles = ReadonlyMap<string, Buffer>;

/** Writes each draft anew; only a file that means the same as before keeps its bytes. */
export function writeDrafts(state: WriteState, trees: CourseTrees, kept: DraftFiles): void {
  const { reached } = rereadDrafts(state, trees.base, kept);
  const drafts: WriteState = { ...state, prefix: `${state.prefix}drafts/`, files: new Map() };
  for (const draft of listChanged(trees)) writeDraft(drafts, draft, state, kept);
  for (const [path, bytes] of kept) if (!reached.has(path)) drafts.files.set(state.prefix + path, { bytes });
  for (const [path, file] of drafts.files) {
    const before = kept.get(path.slice(state.prefix.length));
    state.files.set(path, before && 'bytes' in file && meansSame(before, file.bytes) ? { bytes: before } : file);
  }
}

/** What an import would make of the course as written so far, with the drafts as they came in. */
export function rereadDrafts({ files, prefix }: WriteState, base: StoredBlock, kept: DraftFiles) {
  const written = [...files].flatMap(([path, file]) =>
    'bytes' in file ? [[path, { bytes: Buffer.from(file.bytes) }] as const] : [],
  );
  const drafts = [...kept].map(([path, bytes]) => [prefix + path, { bytes }] as const);
  const state = createReadState(new Map([...written, ...drafts]), prefix, createFindings());
  const tree = readDrafts(state, base) ?? base;
  return { tree, reached: state.used };
}

/**
 * Writes a draft with its parts. Open edX looks for parts among the drafts only; but one that came in without them, and
 * whose parts are as they are outside, stays without.
 */
function writeDraft(drafts: WriteState, draft: StoredBlock, outside: WriteState, kept: DraftFiles): void {
  const before = new Set(drafts.files.keys());
  writeBlockFile(drafts, draft);
  if (!kept.has(`drafts/${filePathOf(draft.tag, draft.name)}`)) return;
  for (const [path, file] of drafts.files) {
    if (before.has(path) || kept.has(path.slice(outside.prefix.length))) continue;
    const same = outside.files.get(outside.prefix + path.slice(drafts.prefix.length));
    if (same && isSameOutput(same, file)) drafts.files.delete(path);
  }
}

/** Each part that may be a draft and differs from what is public, saying where its place is. */
function listChanged({ key, base, head }: CourseTrees): StoredBlock[] {
  const published = new Map<string, StoredBlock>();
  collect(base, published);
  const changed: StoredBlock[] = [];
  const visit = (parent: StoredBlock) => {
    for (const [index, child] of parent.children.entries()) {
      if (!isDraftable(child)) {
        visit(child);
        continue;
      }
      const before = published.get(idOf(child));
      if (before && hashTree(before) === hashTree(child)) continue;
      changed.push({ ...child, attributes: placed(child, parent, index, key, before !== undefined) });
    }
  };
  visit(head);
  return changed;
}

function collect(block: StoredBlock, into: Map<string, StoredBlock>): void {
  if (!into.has(idOf(block))) into.set(idOf(block), block);
  for (const child of block.children) collect(child, into);
}

/** The attributes of a draft with those that say where it belongs: as they are where they are still right. */
function placed(
  draft: StoredBlock,
  parent: StoredBlock,
  index: number,
  key: CourseTrees['key'],
  isReplacing: boolean,
): Record<string, string> {
  const { parent_url, parent_sequential_url, index_in_children_list, ...attributes } = draft.attributes;
  const said = parent_url ?? parent_sequential_url;
  const isRight = said !== undefined && blockIdOf(said) === idOf(parent);
  if (isRight && (isReplacing || Number(index_in_children_list) === index)) return { ...draft.attributes };
  const course = `${key.org}+${key.number}+${key.run}`;
  return {
    ...attributes,
    parent_url: `block-v1:${course}+type@${parent.tag}+block@${parent.name}`,
    index_in_children_list: String(index),
  };
}

function meansSame(a: Uint8Array, b: Uint8Array): boolean {
  try {
    const [one, two] = [a, b].map((bytes) => canonicalXml(parseXml(Buffer.from(bytes).toString('utf8'))));
    return one === two;
  } catch (error) {
    if (error instanceof XmlError) return false;
    throw error;
  }
}
