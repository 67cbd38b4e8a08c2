import type { Database, Writing } from '../../kernel/database/index.ts';
import { type AssetHash, type FileStore, listKnownHashes, recordAssets, type Staging } from '../assets/index.ts';
import type { Manifest } from '../courses/index.ts';

/** Where a course comes in. */
export interface Ground {
  readonly database: Pick<Database, 'read' | 'write'>;
  readonly files: FileStore;
}

/** Stores rows and keeps the files that were staged for them: all or nothing. */
export async function storeWithFiles<T>(
  { database, files }: Ground,
  staging: Staging,
  storeRows: (w: Writing<'provide'>) => Promise<T>,
): Promise<T> {
  let fresh: readonly AssetHash[] = [];
  try {
    return await database.write('provide', async (w) => {
      const stored = await storeRows(w);
      // The last step before the commit: what fails before it leaves no file behind, and rows never lack their bytes.
      fresh = await staging.keep();
      return stored;
    });
  } catch (error) {
    await removeUnknown(database, files, fresh);
    throw error;
  }
}

/** Takes note of the files that a manifest names. */
export async function recordFiles(w: Writing<'provide'>, manifest: Manifest): Promise<void> {
  const assets = Object.values(manifest.files).map(({ hash, media_type, size_bytes }) => ({
    hash,
    size_bytes,
    mediaType: media_type,
  }));
  await recordAssets(w, assets);
}

/** Takes files away again, but for those that another import has brought meanwhile. */
async function removeUnknown(
  database: Pick<Database, 'read'>,
  files: FileStore,
  hashes: readonly AssetHash[],
): Promise<void> {
  const known = await listKnownHashes(database.read('provide'), hashes);
  for (const hash of hashes) if (!known.has(hash)) await files.remove(hash);
}
