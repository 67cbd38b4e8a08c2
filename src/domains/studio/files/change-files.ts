import type { Writing } from '../../../kernel/database/index.ts';
import { idOf, inFolder, type Manifest, type VersionCache } from '../../courses/index.ts';
import { changeDraft } from '../change-draft.ts';
import { type Edit, type Edited, type Refused, refused } from '../edit.ts';
import { findOwnVersion } from '../own-version.ts';
import { locksIn, withLocks } from './file-locks.ts';

/** Takes files out of the draft; names that are not there are left out. `undoFiles` brings them back. */
export function deleteFiles(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  names: readonly string[],
): Promise<Edited | Refused> {
  return changeDraft<Refused>(w, versions, edit, async ({ root, manifest }) => {
    const paths = new Set(names.map((name) => inFolder(manifest, `static/${name}`)));
    const kept = Object.entries(manifest.files).filter(([path]) => !paths.has(path));
    const contents = new Map<string, Uint8Array>();
    const blockId = idOf(root);
    if (kept.length === Object.keys(manifest.files).length) return { type: 'change', blockId, root };
    // Else a new file of that name would be locked, and nobody would know why.
    const unlocked = await withLocks(w, manifest, new Map(names.map((name) => [name, null])), contents);
    return { type: 'change', blockId, root, contents, manifest: { ...unlocked, files: Object.fromEntries(kept) } };
  });
}

/** Keeps files for those who may see the course's content, or gives them to everybody who has their address. */
export function lockFiles(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  names: readonly string[],
  isLocked: boolean,
): Promise<Edited | Refused> {
  return changeDraft<Refused>(w, versions, edit, async ({ root, manifest }) => {
    const there = names.filter((name) => manifest.files[inFolder(manifest, `static/${name}`)]);
    const contents = new Map<string, Uint8Array>();
    const changed = await withLocks(w, manifest, new Map(there.map((name) => [name, isLocked])), contents);
    return { type: 'change', blockId: idOf(root), root, contents, manifest: changed };
  });
}

/**
 * Takes back what one version did to files, and leaves what came since: each is what it was in the version before, unless
 * somebody changed it again.
 */
export async function undoFiles(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  versionId: string,
): Promise<Edited | Refused> {
  const made = await findOwnVersion(w, versions, edit.courseKey, versionId);
  const before = made?.parentId ? await findOwnVersion(w, versions, edit.courseKey, made.parentId) : null;
  if (!made || !before) return refused('no-such-version');
  return changeDraft<Refused>(w, versions, edit, ({ root, manifest }) => {
    const files = takenBack(manifest.files, made.manifest.files, before.manifest.files, (file) => file?.hash);
    const locks = locksIn(manifest);
    const own = ({ documents }: Manifest) => (documents[locks] ? { [locks]: documents[locks] } : {});
    const { [locks]: _, ...others } = manifest.documents;
    const documents = {
      ...others,
      ...takenBack(own(manifest), own(made.manifest), own(before.manifest), (hash) => hash),
    };
    return { type: 'change', blockId: idOf(root), root, manifest: { ...manifest, files, documents } };
  });
}

function takenBack<T>(
  now: Readonly<Record<string, T>>,
  made: Readonly<Record<string, T>>,
  before: Readonly<Record<string, T>>,
  hashOf: (value: T | undefined) => string | undefined,
): Record<string, T> {
  const back: Record<string, T> = { ...now };
  for (const key of new Set([...Object.keys(made), ...Object.keys(before)])) {
    if (hashOf(made[key]) === hashOf(before[key]) || hashOf(now[key]) !== hashOf(made[key])) continue;
    if (before[key] === undefined) delete back[key];
    else back[key] = before[key];
  }
  return back;
}
