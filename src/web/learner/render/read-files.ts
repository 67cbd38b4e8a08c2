import type { FileStore } from '../../../domains/assets/index.ts';
import type { ReadFile } from './rendering.ts';

/** Reads the beginning of course files out of the store. */
export function readFilesFrom(files: FileStore): ReadFile {
  return async (hash, limit_bytes) => {
    const stream = await files.open(hash, { start: 0, end: limit_bytes - 1 });
    if (!stream) return null;
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(chunk as Uint8Array);
    return Buffer.concat(chunks);
  };
}
