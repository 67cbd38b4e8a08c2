import {
  type Block,
  type BlockId,
  type CourseVersion,
  hashTree,
  idOf,
  type StoredBlock,
  type StoredVersion,
  walkBlocks,
} from '../courses/index.ts';
import { editionOf, findPlace } from './places.ts';

/**
 * How a block of the draft stands to what learners see: the same; other than it, in itself or below; or never published.
 */
export type PublishState = 'published' | 'changed' | 'new';

/** A section, subsection or unit (or what stands in a unit's place) as its authors see it. */
export interface OutlineBlock {
  readonly id: BlockId;
  readonly tag: string;
  readonly title: string;
  readonly state: PublishState;
  /** Of itself with all that is below: what publishing and deleting ask for. */
  readonly hash: string;
  /** Of itself alone: what its settings are changed on. */
  readonly edition: string;
  /** Set on this very block, as ISO 8601 in UTC; null when it has none of its own. */
  readonly own: { readonly start: string | null; readonly due: string | null; readonly isStaffOnly: boolean };
  /** Whether learners are kept from it, by itself or by what it stands in. */
  readonly isStaffOnly: boolean;
  readonly start: string | null;
  readonly due: string | null;
  /** The assignment type, where it is graded. */
  readonly format: string | null;
  readonly isGraded: boolean;
  readonly isHiddenFromContents: boolean;
  /** How many blocks below were taken out and are seen by learners still. */
  readonly removed: number;
  /** Blocks straight below, down to units. */
  readonly children: readonly OutlineBlock[];
  /** How many components a unit has. */
  readonly components: number;
}

/** A course as its authors see it. */
export interface StudioOutline {
  readonly courseKey: string;
  readonly versionId: string;
  readonly number: number;
  readonly title: string;
  readonly language: string;
  readonly root: OutlineBlock;
  /** Units, by how they stand. */
  readonly counts: Readonly<Record<PublishState, number>>;
  readonly blocks: number;
  readonly isPublished: boolean;
}

/** The outline of a draft beside what is published. `version` and `draft` are the same version, decoded and stored. */
export function makeOutline(
  version: CourseVersion,
  draft: StoredVersion,
  published: StoredVersion | null,
): StudioOutline {
  const live = new Map(published ? [...walkBlocks(published.root)].map((block) => [idOf(block), block]) : []);
  const counts = { published: 0, changed: 0, new: 0 };
  const build = (block: Block, stored: StoredBlock): OutlineBlock => {
    const isUnit = !structure.has(block.tag);
    const there = live.get(block.id);
    const hash = hashTree(stored);
    const state = !there ? 'new' : hashTree(there) === hash ? 'published' : 'changed';
    if (isUnit) counts[state] += 1;
    const children = isUnit ? [] : block.children.map((child, i) => build(child, stored.children[i]!));
    return {
      ...factsOf(block),
      state,
      hash,
      edition: editionOf(stored),
      removed: there ? goneFrom(there, version) : 0,
      children,
      components: isUnit ? block.children.length : 0,
    };
  };
  const root = build(version.root, draft.root);
  const { courseKey, versionId, number, title, language } = version;
  const isPublished = published !== null;
  return { courseKey, versionId, number, title, language, root, counts, blocks: version.blocks.size, isPublished };
}

const structure = new Set(['course', 'library', 'chapter', 'sequential']);

function factsOf({ id, tag, displayName, settings, effective }: Block) {
  const ownDate = (value: string | null, field: string) => (settings[field] === undefined ? null : value);
  return {
    id,
    tag,
    title: displayName,
    own: {
      start: ownDate(effective.start, 'start'),
      due: ownDate(effective.due, 'due'),
      isStaffOnly: settings.visible_to_staff_only === true || settings.visible_to_staff_only === 'true',
    },
    isStaffOnly: effective.visible_to_staff_only,
    start: effective.start,
    due: effective.due,
    format: typeof settings.format === 'string' && settings.format !== '' ? settings.format : null,
    isGraded: effective.graded,
    isHiddenFromContents: effective.hide_from_toc,
  };
}

/** Children that learners see and the draft has nowhere. */
function goneFrom(there: StoredBlock, { blocks }: CourseVersion): number {
  return there.children.filter((child) => !blocks.has(idOf(child))).length;
}

/** How one block of a draft stands to what learners see. */
export function publishStateOf(block: StoredBlock, published: StoredVersion | null): PublishState {
  const there = published && findPlace(published.root, idOf(block));
  if (!there) return 'new';
  return hashTree(there.block) === hashTree(block) ? 'published' : 'changed';
}
