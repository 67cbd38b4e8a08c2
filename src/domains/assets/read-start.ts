import type { AssetHash } from './asset.ts';
import type { FileStore } from './file-store.ts';

/** The first bytes of a file, as many as asked for or as there are; null when there is no such file. */
export async function readStart(files: FileStore, hash: AssetHash, limit_bytes: number): Promise<Uint8Array | null> {
  const stream = await files.open(hash, { start: 0, end: limit_bytes - 1 });
  return stream ? Buffer.concat(await stream.toArray()) : null;
}
