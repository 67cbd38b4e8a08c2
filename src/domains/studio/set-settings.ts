import type { Writing } from '../../kernel/database/index.ts';
import {
  type BlockId,
  changeBlock,
  decodeSetting,
  getContents,
  inFolder,
  type Manifest,
  type StoredBlock,
  type StoredVersion,
  type VersionCache,
} from '../courses/index.ts';
import { keepText } from './block-source.ts';
import { changeDraft } from './change-draft.ts';
import { displayedName } from './displayed-name.ts';
import { type Edit, type EditResult, type MovedOn, refused } from './edit.ts';
import { editionOf, findPlace } from './places.ts';

/** Settings to change, as Open edX's attributes have them: the text to write, or null for none of its own. */
export type NewSettings = Readonly<Record<string, string | null>>;

const longest_chars = 20_000;

/**
 * Changes settings of a block: its name, dates, visibility, whatever it is. They are written where they hold: into the
 * course's policy where that has the last word, else into the block. `edition` is the one that the author saw; null
 * changes whichever there is.
 */
export function setSettings(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  { blockId, edition, settings }: { blockId: BlockId; edition: string | null; settings: NewSettings },
): Promise<EditResult> {
  return changeDraft<EditResult>(w, versions, edit, async (draft) => {
    const block = findPlace(draft.root, blockId)?.block;
    if (!block) return refused('no-such-block');
    if (edition !== null && edition !== editionOf(block)) return movedOn(block, blockId, settings);
    const fields = Object.keys(settings);
    if (fields.some((field) => Object.hasOwn(block.embedded, field))) return refused('set-in-content');
    if (Object.values(settings).some((value) => (value?.length ?? 0) > longest_chars)) return refused('too-long');
    const contents = new Map<string, Uint8Array>();
    const ruled = await changePolicy(w, draft, block, settings, contents);
    const changed = withAttributes(block, settings, ruled.fields);
    const root = changeBlock(draft.root, blockId, () => changed);
    const isSame = editionOf(changed) === editionOf(block);
    return { type: 'change', blockId, root: isSame ? draft.root : root, manifest: ruled.manifest, contents };
  });
}

function movedOn(block: StoredBlock, blockId: BlockId, settings: NewSettings): MovedOn {
  const fields = Object.keys(settings);
  const say = (values: Readonly<Record<string, string | null | undefined>>) =>
    fields.map((field) => `${field}: ${values[field] ?? ''}`).join('\n');
  const theirs = { ...block.source.pointer, ...block.attributes, display_name: displayedName(block) };
  return { type: 'moved-on', blockId, yours: say(settings), theirs: say(theirs) };
}

function withAttributes(block: StoredBlock, settings: NewSettings, elsewhere: ReadonlySet<string>): StoredBlock {
  const attributes: Record<string, string> = { ...block.attributes };
  const pointer: Record<string, string> = { ...block.source.pointer };
  for (const [field, value] of Object.entries(settings)) {
    // What the parent's element says wins over the block's own file.
    delete pointer[field];
    if (value === null) delete attributes[field];
    else if (!elsewhere.has(field)) attributes[field] = value;
  }
  const source = block.source.pointer ? { ...block.source, pointer } : block.source;
  return { ...block, attributes, source };
}

/** Changes those fields that the course's policy sets for the block, and says which. */
async function changePolicy(
  w: Writing<'provide'>,
  { manifest, root }: StoredVersion,
  block: StoredBlock,
  settings: NewSettings,
  contents: Map<string, Uint8Array>,
): Promise<{ readonly manifest: Manifest; readonly fields: ReadonlySet<string> }> {
  const none = { manifest, fields: new Set<string>() };
  const paths = [`policies/${root.name}/policy.json`, `policies/${root.name}.json`];
  const path = paths.map((one) => inFolder(manifest, one)).find((one) => manifest.documents[one] !== undefined);
  if (!path) return none;
  const hash = manifest.documents[path]!;
  const policy = readPolicy((await getContents(w, [hash])).get(hash) ?? '');
  const key = `${block.tag}/${block.name}`;
  const entry = policy?.[key];
  if (!policy || !entry) return none;
  const ruled = Object.keys(settings).filter((field) => Object.hasOwn(entry, field));
  if (ruled.length === 0) return none;
  const changed: Record<string, unknown> = { ...entry };
  for (const field of ruled) {
    const value = settings[field] ?? null;
    if (value === null) delete changed[field];
    else changed[field] = decodeSetting(field, value);
  }
  const text = `${JSON.stringify({ ...policy, [key]: changed }, null, 4)}\n`;
  const documents = { ...manifest.documents, [path]: keepText(contents, text) };
  return { manifest: { ...manifest, documents }, fields: new Set(ruled) };
}

function readPolicy(text: string): Record<string, Record<string, unknown>> | null {
  try {
    const policy = JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
    return policy !== null && typeof policy === 'object' && !Array.isArray(policy)
      ? (policy as Record<string, Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}
