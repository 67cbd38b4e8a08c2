import type { Writing } from '../../kernel/database/index.ts';
import { readJsonObject } from '../../kernel/read-json.ts';
import {
  decodeSetting,
  getContents,
  inFolder,
  type Manifest,
  policyPaths,
  type StoredBlock,
  type StoredVersion,
} from '../courses/index.ts';
import { keepText } from './block-source.ts';
import type { NewSettings } from './edit.ts';

type Policy = Record<string, Record<string, unknown>>;

/** Changes those fields that the course's policy sets for the block, and says which. */
export async function changePolicy(
  w: Writing<'provide'>,
  { manifest, root }: StoredVersion,
  block: StoredBlock,
  settings: NewSettings,
  contents: Map<string, Uint8Array>,
): Promise<{ readonly manifest: Manifest; readonly fields: ReadonlySet<string> }> {
  const none = { manifest, fields: new Set<string>() };
  const path = policyPaths(root.name)
    .map((one) => inFolder(manifest, one))
    .find((one) => manifest.documents[one] !== undefined);
  if (!path) return none;
  const hash = manifest.documents[path]!;
  const policy = readJsonObject((await getContents(w, [hash])).get(hash) ?? '') as Policy | null;
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
  const fields = new Set(ruled);
  const written = keepText(contents, text);
  if (written === hash) return { manifest, fields };
  return { manifest: { ...manifest, documents: { ...manifest.documents, [path]: written } }, fields };
}
