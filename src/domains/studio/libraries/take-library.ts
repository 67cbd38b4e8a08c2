import type { Reading, Writing } from '../../../kernel/database/index.ts';
import {
  type BlockId,
  findCourse,
  getStoredVersion,
  idOf,
  insertBlock,
  replaceBlock,
  type StoredBlock,
  type VersionCache,
} from '../../courses/index.ts';
import { newName } from '../add-block.ts';
import { changeDraft } from '../change-draft.ts';
import { type BlockDifference, compareTrees } from '../compare-versions.ts';
import { type Edit, type Edited, type Refused, refused } from '../edit.ts';
import { findPlace, mayStandIn } from '../places.ts';
import { filesOf, renamed } from '../take-blocks.ts';
import { freshSelection } from './fresh-selection.ts';

/** How a random selection stands to its library. */
export interface SelectionState {
  /** Empty while none is chosen. */
  readonly libraryKey: string;
  /** Null where there is no such library here. */
  readonly title: string | null;
  /** How many of its blocks each learner gets, and of how many. */
  readonly drawn: number;
  readonly all: number;
  /** What taking its newest version would change, block by block. */
  readonly differences: readonly BlockDifference[];
}

/** Null when the block is no random selection. */
export async function findSelectionState(
  r: Reading<'provide'>,
  versions: VersionCache,
  selection: StoredBlock,
): Promise<SelectionState | null> {
  if (selection.tag !== 'library_content') return null;
  const found = await freshSelection(r, versions, selection);
  const all = selection.children.length;
  const wanted = Number(selection.attributes.max_count ?? 1);
  const facts = {
    libraryKey: selection.attributes.source_library_id ?? '',
    drawn: wanted < 0 || Number.isNaN(wanted) ? all : Math.min(wanted, all),
    all,
  };
  if (!found) return { ...facts, title: null, differences: [] };
  const title = found.library.root.attributes.display_name ?? facts.libraryKey;
  // Which version it is says nothing to readers.
  const differences = compareTrees(selection, found.fresh).filter(
    (difference) => difference.blockId !== idOf(selection),
  );
  return { ...facts, title, differences };
}

/**
 * Makes a random selection what its library holds now. Blocks that it had keep their names, and so what learners did in
 * them; files of the library come along where the course has none of that name.
 */
export function takeLibrary(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  blockId: BlockId,
): Promise<Edited | Refused> {
  return changeDraft<Refused>(w, versions, edit, async ({ root, manifest }) => {
    const selection = findPlace(root, blockId)?.block;
    if (selection?.tag !== 'library_content') return refused('no-such-block');
    const found = await freshSelection(w, versions, selection);
    if (!found) return refused('no-such-library');
    const { fresh, libraryKey } = found;
    const files = await filesOf(w, versions, fresh.children, libraryKey, manifest);
    return {
      type: 'change',
      blockId,
      root: replaceBlock(root, blockId, fresh),
      manifest: { ...manifest, files: { ...manifest.files, ...files } },
    };
  });
}

/** Copies single blocks of a library into a block, as its last: each a block of its own from then on, with its files. */
export function addFromLibrary(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  { parentId, libraryKey, blockIds }: { parentId: BlockId; libraryKey: string; blockIds: readonly BlockId[] },
): Promise<Edited | Refused> {
  return changeDraft<Refused>(w, versions, edit, async ({ root, manifest }) => {
    const record = await findCourse(w, libraryKey);
    if (record?.kind !== 'library' || !record.draftVersion) return refused('no-such-library');
    const library = await getStoredVersion(w, record.draftVersion, versions);
    const chosen = library.root.children.filter((child) => blockIds.includes(idOf(child)));
    const parent = findPlace(root, parentId)?.block;
    if (!parent || chosen.length === 0) return refused('no-such-block');
    if (chosen.some(({ tag }) => !mayStandIn(tag, parent))) return refused('wrong-place');
    const copies = chosen.map((block) => renamed(block, () => newName(w)));
    const files = await filesOf(w, versions, chosen, libraryKey, manifest);
    const end = parent.children.length;
    return {
      type: 'change',
      blockId: idOf(copies[0]!),
      root: copies.reduce((tree, copy, at) => insertBlock(tree, parentId, copy, end + at), root),
      manifest: { ...manifest, files: { ...manifest.files, ...files } },
    };
  });
}
