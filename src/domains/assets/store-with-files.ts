import type { Database, Writing } from '../../kernel/database/index.ts';
import type { AssetHash } from './asset.ts';
import type { FileStore, Staging } from './file-store.ts';
import { listKnownHashes } from './record-assets.ts';

/** Stores rows and keeps the files that were staged for them: all or nothing. */
export async function storeWithFiles<T>(
  { database, files }: { readonly database: Pick<Database, 'read' | 'write'>; readonly files: FileStore },
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

/** Takes files away again, but for those that somebody else has brought meanwhile. */
async function removeUnknown(
  database: Pick<Database, 'read'>,
  files: FileStore,
  hashes: readonly AssetHash[],
): Promise<void> {
  const known = await listKnownHashes(database.read('provide'), hashes);
  for (const hash of hashes) if (!known.has(hash)) await files.remove(hash);
}
