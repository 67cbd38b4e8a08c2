import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { AssetHash } from './asset.ts';

/** Where files' bytes lie, by hash. A folder here; any other place that keeps this promise will do. */
export interface FileStore {
  put(bytes: Uint8Array | Readable): Promise<Stored>;
  /** A place for files that may yet be given up: an import's. Nothing of it can be opened before `keep`. */
  stage(): Promise<Staging>;
  /** The bytes, or those from `start` to `end` (both counted in), or null when there is no such file. */
  open(hash: AssetHash, range?: { readonly start: number; readonly end: number }): Promise<Readable | null>;
  has(hash: AssetHash): Promise<boolean>;
  remove(hash: AssetHash): Promise<void>;
}

/** Bytes that were put, by their hash. */
export interface Stored {
  readonly hash: AssetHash;
  readonly size_bytes: number;
}

/** Files on their way in: put, then kept all together or given up. */
export interface Staging {
  put(bytes: Uint8Array | Readable): Promise<Stored>;
  open(hash: AssetHash): Readable;
  /** Gives one of them up. */
  drop(hash: AssetHash): Promise<void>;
  /** Moves the files to the store, safe on disk, and gives the hashes that were not there before. */
  keep(): Promise<readonly AssetHash[]>;
  /** Gives all of them up. To be called in any case; after `keep` it only tidies. */
  discard(): Promise<void>;
}

const syncedAtOnce = 16;

/** A staging that nobody touched for so long was left by a process that was killed. */
const abandonedAfter_ms = 24 * 60 * 60 * 1000;

/** A store in a folder: `ab/cdef…`, written under another name, flushed to the disk, then renamed. */
export function createFolderStore(folder: string): FileStore {
  const placeOf = (hash: AssetHash) => path.join(folder, checked(hash).slice(0, 2), hash.slice(2));
  const has = (hash: AssetHash) => stat(placeOf(hash)).then(() => true, whenMissing(false));
  const stage = () => stageIn(folder, placeOf, has);
  return {
    has,
    stage,
    async put(bytes) {
      const staging = await stage();
      try {
        const stored = await staging.put(bytes);
        await staging.keep();
        return stored;
      } finally {
        await staging.discard();
      }
    },
    async open(hash, range) {
      const handle = await open(placeOf(hash)).catch(whenMissing(null));
      return handle?.createReadStream(range) ?? null;
    },
    remove: (hash) => rm(placeOf(hash), { force: true }),
  };
}

async function stageIn(
  folder: string,
  placeOf: (hash: AssetHash) => string,
  has: (hash: AssetHash) => Promise<boolean>,
): Promise<Staging> {
  await removeAbandoned(path.join(folder, 'incoming'));
  const place = path.join(folder, 'incoming', randomUUID());
  await mkdir(place, { recursive: true });
  return {
    async put(bytes) {
      const draft = path.join(place, randomUUID());
      const stored = await writeHashing(draft, bytes);
      await rename(draft, path.join(place, stored.hash));
      return stored;
    },
    open: (hash) => createReadStream(path.join(place, checked(hash))),
    drop: (hash) => rm(path.join(place, checked(hash)), { force: true }),
    async keep() {
      const fresh: AssetHash[] = [];
      const names = (await readdir(place)).filter((name) => name.length === 64);
      for (let i = 0; i < names.length; i += syncedAtOnce) {
        await Promise.all(names.slice(i, i + syncedAtOnce).map((name) => flush(path.join(place, name))));
      }
      try {
        for (const hash of names) {
          if (await has(hash)) continue;
          await mkdir(path.dirname(placeOf(hash)), { recursive: true });
          await rename(path.join(place, hash), placeOf(hash));
          fresh.push(hash);
        }
        for (const parent of new Set(fresh.map((hash) => path.dirname(placeOf(hash))))) await flush(parent);
      } catch (error) {
        for (const hash of fresh) await rm(placeOf(hash), { force: true });
        throw error;
      }
      return fresh;
    },
    async discard() {
      await rm(place, { recursive: true, force: true });
      // Only when it is the last one: another import may be under way.
      await rmdir(path.dirname(place)).catch(() => {});
    },
  };
}

async function removeAbandoned(incoming: string): Promise<void> {
  for (const name of await readdir(incoming).catch(whenMissing([]))) {
    const place = path.join(incoming, name);
    const touched = await stat(place).catch(whenMissing(null));
    if (touched && Date.now() - touched.mtimeMs > abandonedAfter_ms) await rm(place, { recursive: true, force: true });
  }
}

async function writeHashing(file: string, bytes: Uint8Array | Readable): Promise<Stored> {
  const hash = createHash('sha256');
  let size_bytes = 0;
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const chunk of bytes instanceof Readable ? bytes : [bytes]) {
      const piece = chunk as Uint8Array;
      hash.update(piece);
      size_bytes += piece.length;
      await handle.write(piece);
    }
  } finally {
    await handle.close();
  }
  return { hash: hash.digest('hex'), size_bytes };
}

async function flush(file: string): Promise<void> {
  const handle = await open(file);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A hash becomes part of a path, so nothing else may pass for one. */
function checked(hash: string): AssetHash {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not the hash of a file');
  return hash;
}

function whenMissing<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return value;
    throw error;
  };
}
