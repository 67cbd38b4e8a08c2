import type { Writing } from '../../kernel/database/index.ts';
import { recordAssets } from '../assets/index.ts';
import type { Manifest } from '../courses/index.ts';

/** Takes note of the files that a manifest names. */
export async function recordFiles(w: Writing<'provide'>, manifest: Manifest): Promise<void> {
  const assets = Object.values(manifest.files).map(({ hash, media_type, size_bytes }) => ({
    hash,
    size_bytes,
    mediaType: media_type,
  }));
  await recordAssets(w, assets);
}
