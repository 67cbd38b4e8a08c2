import { compareLines, type DiffRun } from '../../kernel/compare-texts.ts';
import type { Reading } from '../../kernel/database/index.ts';
import {
  type BlockId,
  decodeText,
  getContents,
  idOf,
  type Manifest,
  previewBlock,
  type StoredBlock,
} from '../courses/index.ts';
import { type BlockDifference, compareBlocks, compareTrees } from '../studio/index.ts';

/** A block that is not as it was. */
export interface DifferentBlock {
  readonly type: BlockDifference['type'];
  readonly blockId: BlockId;
  readonly tag: string;
  readonly title: string;
  /** What it stands in, from the section down. */
  readonly above: readonly string[];
  /** Its source, line by line; empty where it moved or is gone, and in a long list further down. */
  readonly lines: readonly DiffRun[];
}

/** A file, or a text of the course (`policies/…`, `about/…`), that is not as it was. */
export interface DifferentFile {
  readonly type: 'added' | 'removed' | 'changed';
  readonly path: string;
  /** Empty for files that are no texts. */
  readonly lines: readonly DiffRun[];
}

/** What a folder has that the version it was pulled from has not. */
export interface CourseDifference {
  readonly blocks: readonly DifferentBlock[];
  /** Settings of the course, its about pages, updates, tabs. */
  readonly texts: readonly DifferentFile[];
  readonly files: readonly DifferentFile[];
}

/** Of what stands further down in a list no lines are compared. */
const most_compared = 200;

/** A course's tree with what goes with it. */
interface Side {
  readonly root: StoredBlock;
  readonly manifest: Manifest;
}

/** Compares what is stored with what is not: `contents` are the later side's. */
export async function compareCourses(
  r: Reading<'provide'>,
  before: Side,
  after: Side & { readonly contents: ReadonlyMap<string, Uint8Array> },
): Promise<CourseDifference> {
  const fresh = new Map([...after.contents].map(([hash, bytes]) => [hash, decodeText(bytes)]));
  const blocks: DifferentBlock[] = [];
  for (const [i, difference] of compareTrees(before.root, after.root).entries()) {
    const isRead = i < most_compared && (difference.type === 'changed' || difference.type === 'added');
    const lines = isRead ? (await compareBlocks(r, inOneOrder(difference), fresh)).source : [];
    blocks.push({ ...sayBlock(difference, before.root, after.root), lines });
  }
  return {
    blocks,
    texts: await compareTexts(r, before.manifest, after.manifest, fresh),
    files: compareNames(hashesOf(before.manifest), hashesOf(after.manifest)).map((one) => ({ ...one, lines: [] })),
  };
}

/** What differs between two stored trees, without the lines. */
export function listMoved(before: StoredBlock, after: StoredBlock): readonly Omit<DifferentBlock, 'lines'>[] {
  return compareTrees(before, after).map((difference) => sayBlock(difference, before, after));
}

function sayBlock({ type, blockId, tag, before, after }: BlockDifference, old: StoredBlock, young: StoredBlock) {
  const title = previewBlock(after ?? before!, null).displayName;
  return { type, blockId, tag, title, above: titlesAbove(after ? young : old, blockId) ?? [] };
}

/** The order in which attributes are written means nothing, and is not kept by the database. */
function inOneOrder({ before, after }: BlockDifference): Pick<BlockDifference, 'before' | 'after'> {
  if (!before || !after) return { before, after };
  const names = new Set([...Object.keys(after.attributes), ...Object.keys(before.attributes)]);
  const written = [...names].flatMap((name) => {
    const value = before.attributes[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { before: { ...before, attributes: Object.fromEntries(written) }, after };
}

/** Without the course itself. */
function titlesAbove(root: StoredBlock, id: BlockId): string[] | null {
  if (idOf(root) === id) return [];
  for (const child of root.children) {
    const below = titlesAbove(child, id);
    if (below) return idOf(child) === id ? below : [previewBlock(child, null).displayName, ...below];
  }
  return null;
}

function hashesOf(manifest: Manifest): Readonly<Record<string, string>> {
  const hashes = Object.entries(manifest.files).map(([path, { hash }]) => [path, hash]);
  return inCourse(manifest, Object.fromEntries(hashes) as Record<string, string>);
}

async function compareTexts(
  r: Reading<'provide'>,
  before: Manifest,
  after: Manifest,
  fresh: ReadonlyMap<string, string>,
): Promise<DifferentFile[]> {
  const [old, young] = [inCourse(before, before.documents), inCourse(after, after.documents)];
  const different = compareNames(old, young);
  const texts = await getContents(
    r,
    different.flatMap(({ path }) => old[path] ?? []),
  );
  return different.map(({ type, path }) => ({
    type,
    path,
    lines: compareLines(texts.get(old[path] ?? '') ?? '', fresh.get(young[path] ?? '') ?? ''),
  }));
}

/** By path below the course's own folder: a folder in which there is only that one is taken for it. */
function inCourse({ folder }: Manifest, hashes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const start = folder === '' ? '' : `${folder}/`;
  const named = Object.entries(hashes).map(([path, hash]) => [
    path.startsWith(start) ? path.slice(start.length) : path,
    hash,
  ]);
  return Object.fromEntries(named) as Record<string, string>;
}

function compareNames(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): { readonly type: DifferentFile['type']; readonly path: string }[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((path) => {
    if (before[path] === after[path]) return [];
    const type = before[path] === undefined ? 'added' : after[path] === undefined ? 'removed' : 'changed';
    return [{ type, path }];
  });
}
