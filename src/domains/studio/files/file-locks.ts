import type { Reading } from '../../../kernel/database/index.ts';
import { readJsonObject } from '../../../kernel/read-json.ts';
import { getContents, inFolder, type Manifest, plainFileName } from '../../courses/index.ts';
import { keepText } from '../block-source.ts';

const path = 'policies/assets.json';

/** Where the locks of a version's files stand, as Open edX writes them. */
export function locksIn(manifest: Manifest): string {
  return inFolder(manifest, path);
}

/** The manifest with files locked, unlocked, or (null) with nothing said of them; all else that stands there stays. */
export async function withLocks(
  r: Reading<'provide'>,
  manifest: Manifest,
  locks: ReadonlyMap<string, boolean | null>,
  contents: Map<string, Uint8Array>,
): Promise<Manifest> {
  const place = locksIn(manifest);
  const hash = manifest.documents[place];
  const text = hash ? ((await getContents(r, [hash])).get(hash) ?? '') : '';
  const entries = new Map(Object.entries((readJsonObject(text) ?? {}) as Record<string, Record<string, unknown>>));
  const before = JSON.stringify([...entries]);
  for (const [name, isLocked] of locks) {
    const written = [...entries.keys()].filter((key) => plainFileName(key) === plainFileName(name));
    for (const key of written) {
      if (isLocked === null) entries.delete(key);
      else entries.set(key, { ...entries.get(key), locked: isLocked });
    }
    if (isLocked && written.length === 0) entries.set(plainFileName(name), { locked: true });
  }
  if (JSON.stringify([...entries]) === before) return manifest;
  const json = `${JSON.stringify(Object.fromEntries(entries), null, 4)}\n`;
  return { ...manifest, documents: { ...manifest.documents, [place]: keepText(contents, json) } };
}
