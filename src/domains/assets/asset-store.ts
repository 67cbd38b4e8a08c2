import { type Reading, runNamed, type Writing } from '../../kernel/database/index.ts';
import type { Asset, AssetHash } from './asset.ts';

interface AssetRow {
  readonly hash: string;
  readonly media_type: string;
  readonly size_bytes: number;
}

const select = { name: 'assets', text: 'select hash, media_type, size_bytes from asset where hash = any ($1::text[])' };

const insert = {
  name: 'record assets',
  text: `insert into asset (hash, media_type, size_bytes, added_at)
    select hash, media_type, size_bytes, $4 from unnest($1::text[], $2::text[], $3::int[]) as new (hash, media_type, size_bytes)
    on conflict (hash) do nothing`,
};

export async function insertAssets(w: Writing<'provide'>, assets: readonly Asset[]): Promise<void> {
  const hashes = assets.map((asset) => asset.hash);
  const mediaTypes = assets.map((asset) => asset.mediaType);
  const sizes = assets.map((asset) => asset.size_bytes);
  await runNamed(w, insert, [hashes, mediaTypes, sizes, w.now()]);
}

export async function selectAssets(r: Reading<'provide'>, hashes: readonly AssetHash[]): Promise<Asset[]> {
  const rows = await runNamed<AssetRow>(r, select, [hashes]);
  return rows.map((row) => ({ hash: row.hash, mediaType: row.media_type, size_bytes: row.size_bytes }));
}
