import { blockIdsOf, insertBlock, replaceBlock, type StoredBlock } from '../../courses/index.ts';
import { readBlockFile } from './read-block.ts';
import { bytesAt, forDrafts, type ReadState, report } from './read-state.ts';
import { decodeXml, readProlog } from './read-xml.ts';
import { blockIdOf } from './usage-key.ts';

interface DraftFile {
  readonly id: string;
  readonly tag: string;
  readonly name: string;
  readonly path: string;
  readonly parentId: string | null;
  readonly index: number;
}

/**
 * The tree as its authors work on it: each file of `drafts/` in the place of the block it is a draft of, or as a new
 * child of the parent that it names. Null when there are no drafts.
 */
export function readDrafts(state: ReadState, root: StoredBlock): StoredBlock | null {
  const drafts = listDrafts(state);
  if (drafts.length === 0) return null;
  const draftState = forDrafts(state);
  const ids = blockIdsOf(root);
  const own = new Set(drafts.map((draft) => draft.id));
  // Those with a place first: a draft without one may stand inside of them.
  const placed = drafts.filter((draft) => draft.parentId !== null && !own.has(draft.parentId));
  const replacing = drafts.filter((draft) => draft.parentId === null);
  let tree = root;
  for (const draft of [...placed.sort((a, b) => a.index - b.index), ...replacing]) {
    const isThere = ids.has(draft.id);
    if (!isThere && (draft.parentId === null || !ids.has(draft.parentId))) {
      if (draft.parentId) {
        report(
          state,
          'warning',
          'draft-without-parent',
          { file: draft.path, line: 1 },
          `The place of this draft, ${draft.parentId}, is not in the course. It was kept as a file.`,
        );
      }
      continue;
    }
    const block = readDraft(draftState, draft);
    tree = isThere ? replaceBlock(tree, draft.id, block) : insertBlock(tree, draft.parentId!, block, draft.index);
    for (const id of blockIdsOf(block)) ids.add(id);
  }
  return tree === root ? null : tree;
}

function readDraft(state: ReadState, { tag, name, path }: DraftFile): StoredBlock {
  const known = state.byPath.get(path);
  if (known) return known;
  const block = readBlockFile(state, path, { tag, name, source: {} }, 1);
  state.byPath.set(path, block);
  state.seen.set(`${tag}@${name}`, path);
  return block;
}

function listDrafts(state: ReadState): DraftFile[] {
  const folder = `${state.prefix}drafts/`;
  const paths = [...state.files.keys()].filter((path) => path.startsWith(folder) && path.endsWith('.xml'));
  return paths.sort().flatMap((path) => {
    const below = path.slice(folder.length, -'.xml'.length);
    const [tag, ...names] = below.split('/');
    if (!tag || names.length === 0 || names.at(-1)!.startsWith('._')) return [];
    const name = names.join(':');
    const own = path.slice(state.prefix.length);
    const attributes = rootAttributes(state, own);
    const parent = attributes.parent_url ?? attributes.parent_sequential_url;
    const index = Number(attributes.index_in_children_list ?? 0);
    const parentId = parent === undefined ? null : blockIdOf(parent);
    return [{ id: `${tag}@${name}`, tag, name, path: own, parentId, index: Number.isInteger(index) ? index : 0 }];
  });
}

/** The attributes of a draft's root, which say where it belongs: read without its content, which may be broken. */
function rootAttributes(state: ReadState, path: string): Record<string, string> {
  const text = decodeXml(bytesAt(state, path) ?? Buffer.alloc(0)) ?? '';
  const start =
    /^<[\p{L}_][^\s/>]*((?:\s+[^\s=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)/u.exec(text.slice(readProlog(text).end))?.[1] ??
    '';
  const pairs = start.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries([...pairs].map(([, name, a, b]) => [name!, (a ?? b ?? '').replaceAll('&amp;', '&')]));
}
