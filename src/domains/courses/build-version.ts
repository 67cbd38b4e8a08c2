import type { Block, BlockId, CourseVersion, Settings } from './course.ts';
import { courseFiles } from './course-files.ts';
import { courseInfo } from './course-info.ts';
import { parseKey } from './course-key.ts';
import { decodeText } from './decode-text.ts';
import { type CourseDocuments, openDocuments, policyOf } from './documents.ts';
import { inherit } from './inherit.ts';
import type { Manifest } from './manifest.ts';
import { displayNameOf, settingsOf } from './settings.ts';
import type { StoredBlock } from './stored-block.ts';

/** A block with its place still to be filled in; nobody sees it before the tree is whole. */
type Draft = { -readonly [K in keyof Block]: Block[K] };

/** What a version is made of, as read from its tables. */
export interface VersionParts {
  readonly versionId: string;
  readonly courseKey: string;
  readonly number: number;
  readonly parentId: string | null;
  readonly root: StoredBlock;
  readonly documents: CourseDocuments;
}

/** The version as readers see it: settings decoded, the policy laid over them, and run down the tree. */
export function buildVersion(parts: VersionParts): CourseVersion {
  const { root: stored, documents, ...facts } = parts;
  const policy = policyOf(documents, stored.name);
  const blocks = new Map<BlockId, Block>();
  const root = buildBlock(stored, null, policy, blocks);
  const files = courseFiles(documents);
  return {
    ...facts,
    title: titleOf(root, parts.courseKey),
    language: languageOf(root.settings.language),
    root,
    blocks,
    files,
    info: courseInfo(documents, stored, root, files),
  };
}

/** A course that is not stored, as readers would see it: for a report, or a look before it is. */
export function previewVersion(course: {
  readonly courseKey: string;
  readonly root: StoredBlock;
  readonly manifest: Manifest;
  readonly contents: ReadonlyMap<string, Uint8Array>;
}): CourseVersion {
  const { courseKey, root, manifest, contents } = course;
  const wanted = [...Object.values(manifest.documents), ...(root.layoutHash ? [root.layoutHash] : [])];
  const bodies = new Map(wanted.map((hash) => [hash, decodeText(contents.get(hash)!)]));
  const layout = root.layoutHash ? bodies.get(root.layoutHash)! : null;
  const documents = openDocuments(manifest, bodies, layout);
  return buildVersion({ versionId: '', number: 0, parentId: null, courseKey, root, documents });
}

/** A block that is not stored, as readers would see it below `parent`; what the course's policy says of it is left out. */
export function previewBlock(stored: StoredBlock, parent: Block | null): Block {
  return buildBlock(stored, parent, {}, new Map());
}

/** A block may stand in the tree more than once, as in Open edX; the first place is the one that its id leads to. */
function buildBlock(
  stored: StoredBlock,
  parent: Block | null,
  policy: Readonly<Record<string, Settings>>,
  blocks: Map<BlockId, Block>,
): Block {
  const { tag, name, error, contentHash } = stored;
  const settings = settingsOf(stored, policy[`${tag}/${name}`]);
  const block: Draft = {
    id: `${tag}@${name}`,
    tag,
    name,
    displayName: displayNameOf(stored, settings),
    settings,
    error,
    contentHash,
    parent,
    children: [],
    effective: inherit(settings, parent?.effective ?? null),
  };
  if (!blocks.has(block.id)) blocks.set(block.id, block);
  block.children = stored.children.map((child) => buildBlock(child, block, policy, blocks));
  return block;
}

/** A course without a name is called by its number. */
function titleOf(root: Block, courseKey: string): string {
  const isNamed = [root.settings.display_name, root.settings.name].some(
    (name) => typeof name === 'string' && name.trim(),
  );
  return isNamed ? root.displayName : (parseKey(courseKey)?.number ?? root.displayName);
}

function languageOf(written: unknown): string {
  if (typeof written !== 'string') return 'en';
  try {
    return Intl.getCanonicalLocales(written.trim().replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
