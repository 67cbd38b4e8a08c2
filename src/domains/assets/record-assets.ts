import type { Reading, Writing } from '../../kernel/database/index.ts';
import type { Asset, AssetHash } from './asset.ts';
import { insertAssets, selectAssets } from './asset-store.ts';

/** Says that the file store holds these files. The bytes are put there first; one that is known already stays as it is. */
export async function recordAssets(w: Writing<'provide'>, assets: readonly Asset[]): Promise<void> {
  const distinct = new Map(assets.map((asset) => [asset.hash, asset]));
  // In the order of the hashes: two imports of the same files must not wait for each other.
  const sorted = [...distinct.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1));
  if (sorted.length > 0) await insertAssets(w, sorted);
}

/** The file of that hash, or null when no course brought one. */
export async function findAsset(r: Reading<'provide'>, hash: AssetHash): Promise<Asset | null> {
  return (await selectAssets(r, [hash]))[0] ?? null;
}

/** Those of the hashes that a course has brought. */
export async function listKnownHashes(r: Reading<'provide'>, hashes: readonly AssetHash[]): Promise<Set<AssetHash>> {
  return new Set((await selectAssets(r, hashes)).map((asset) => asset.hash));
}
