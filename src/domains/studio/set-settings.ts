import type { Writing } from '../../kernel/database/index.ts';
import {
  type BlockId,
  changeBlock,
  idOf,
  type Manifest,
  type StoredBlock,
  type StoredVersion,
  type VersionCache,
} from '../courses/index.ts';
import { changeDraft } from './change-draft.ts';
import { changePolicy } from './change-policy.ts';
import { displayedName } from './displayed-name.ts';
import { type Edit, type EditResult, type MovedOn, type NewSettings, type Refused, refused } from './edit.ts';
import { editionOf, findPlace } from './places.ts';

const longestSetting_chars = 20_000;

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
    const written = await writeSettings(w, draft, block, settings);
    return written.type === 'refused' ? written : { ...written, type: 'change', blockId };
  });
}

function movedOn(block: StoredBlock, blockId: BlockId, settings: NewSettings): MovedOn {
  const fields = Object.keys(settings);
  const say = (values: Readonly<Record<string, string | null | undefined>>) =>
    fields.map((field) => `${field}: ${values[field] ?? ''}`).join('\n');
  const theirs = { ...block.source.pointer, ...block.attributes, display_name: displayedName(block) };
  return { type: 'moved-on', blockId, yours: say(settings), theirs: say(theirs) };
}

/** A draft with settings changed, and the contents that came in with them, by hash. */
interface WrittenSettings {
  readonly type: 'written';
  readonly root: StoredBlock;
  readonly manifest: Manifest;
  readonly contents: Map<string, Uint8Array>;
}

/** Changes a block's settings in a draft, each written where it holds: in the course's policy, or in the block. */
export async function writeSettings(
  w: Writing<'provide'>,
  draft: StoredVersion,
  block: StoredBlock,
  settings: NewSettings,
): Promise<WrittenSettings | Refused> {
  if (Object.keys(settings).some((field) => Object.hasOwn(block.embedded, field))) return refused('set-in-content');
  if (Object.values(settings).some((value) => (value?.length ?? 0) > longestSetting_chars)) return refused('too-long');
  const contents = new Map<string, Uint8Array>();
  const { manifest, fields } = await changePolicy(w, draft, block, settings, contents);
  const changed = withAttributes(block, settings, fields);
  const isSame = editionOf(changed) === editionOf(block);
  const root = isSame ? draft.root : changeBlock(draft.root, idOf(block), () => changed);
  return { type: 'written', root, manifest, contents };
}

/** The block with the settings in its own attributes, but for those that are written elsewhere. */
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
