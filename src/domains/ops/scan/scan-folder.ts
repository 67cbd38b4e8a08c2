import { type FileHandle, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip, createZstdDecompress, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { createFinder } from './finder.ts';
import { LogReader } from './log-images.ts';
import { expandInline, LongValues, type OnInside } from './stored-values.ts';

/** Where a value was found, and how it was written there. Never the value itself. */
export interface Hit {
  readonly file: string;
  /** The place of the value among those that were asked for, from 1. */
  readonly value: number;
  readonly spelling: string;
  /** What had to be taken apart to find it: `plain` for nothing. */
  readonly way: string;
}

/** What a scan saw, and what it found: each place once. */
export interface Scan {
  readonly files: number;
  readonly size_bytes: number;
  readonly hits: readonly Hit[];
}

const chunk_bytes = 1024 * 1024;
const most_hits = 10_000;

/**
 * Looks into every byte of every file below a folder for the values, in all their spellings, and into what is compressed:
 * gzip, zstd, PostgreSQL's long values, and page images of its log. Reads piece by piece: memory does not grow with the
 * folder. Files that vanish meanwhile, as a running database's do, are left out.
 */
export async function scanFolder(folder: string, values: readonly string[]): Promise<Scan> {
  const finder = createFinder(values);
  const overlap_bytes = Math.max(finder.longest_bytes, 8192);
  const held = Buffer.allocUnsafe(chunk_bytes + overlap_bytes);
  const hits = new Map<string, Hit>();
  let [files, size_bytes] = [0, 0];
  const log = { name: '', reader: null as LogReader | null };
  for (const file of await listFiles(folder)) {
    const name = path.relative(folder, file);
    const look = (bytes: Buffer, way: string) => {
      finder.find(bytes, ({ value, spelling }) => {
        const hit: Hit = { file: name, value, spelling, way };
        if (hits.size < most_hits) hits.set(Object.values(hit).join('\n'), hit);
      });
    };
    const inside = insideOf(look);
    const isLog = /(^|\/)pg_wal\/[0-9A-F]{24}$/.test(name);
    if (isLog) {
      if (!log.reader || !isSuccessor(log.name, path.basename(name)))
        log.reader = new LogReader((b, way) => inside(b, way));
      log.name = path.basename(name);
    }
    const size = await scanFile(file, { overlap_bytes, held, look, inside, log: isLog ? log.reader : null });
    if (size === null) continue;
    files += 1;
    size_bytes += size;
  }
  return { files, size_bytes, hits: [...hits.values()] };
}

/** Looks at bytes that were inside others, and at what is compressed in them. */
function insideOf(look: OnInside): OnInside {
  return (bytes, way) => {
    look(bytes, way);
    expandInline(bytes, (more, by) => look(more, `${way}, ${by}`));
    expandArchives(bytes, (more, by) => look(more, `${way}, ${by}`));
  };
}

interface Task {
  /** What the last piece has in common with the next: longer than any value. */
  readonly overlap_bytes: number;
  /** Where pieces are read into. */
  readonly held: Buffer;
  readonly look: OnInside;
  readonly inside: OnInside;
  readonly log: LogReader | null;
}

/** @returns its size, or null when it is gone */
async function scanFile(file: string, task: Task): Promise<number | null> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!handle) return null;
  try {
    const { size } = await handle.stat();
    const archive = await archiveOf(handle, task);
    if (archive) {
      const bytes = handle.createReadStream({ start: 0, autoClose: false });
      await eachChunk(bytes.pipe(archive.stream), task, (piece) => task.look(piece, archive.name));
    }
    await scanStored(handle, task);
    return size;
  } finally {
    await handle.close();
  }
}

async function archiveOf(
  handle: FileHandle,
  { held }: Task,
): Promise<{ readonly name: string; readonly stream: NodeJS.ReadWriteStream & Readable } | null> {
  const { bytesRead } = await handle.read(held, 0, 4, 0);
  if (bytesRead < 4) return null;
  if (held.readUInt32LE(0) === zstdMagic) return { name: 'zstd', stream: createZstdDecompress() };
  if (isGzip(held, 0)) return { name: 'gzip', stream: createGunzip() };
  return null;
}

async function scanStored(handle: FileHandle, task: Task): Promise<void> {
  const values = new LongValues((bytes, way) => task.inside(bytes, way));
  const compressed: OnInside = (bytes, way) => {
    values.addPage(bytes);
    expandInline(bytes, (more, by) => task.look(more, `${way}${by}`));
    expandArchives(bytes, (more, by) => task.look(more, `${way}${by}`));
  };
  await eachPiece(handle, task, (bytes, fresh) => {
    task.look(bytes, 'plain');
    if (!task.log) return compressed(bytes, '');
    const body = task.log.addPages(fresh);
    task.look(body, 'log');
    compressed(body, 'log, ');
  });
  values.end();
}

/** Takes a piece with the end of the one before, so that nothing is cut in two; `fresh` is the piece without it. */
type OnPiece = (bytes: Buffer, fresh: Buffer) => void;

/** Reads a file in pieces into the one buffer that the task holds: a folder has thousands of files. */
async function eachPiece(handle: FileHandle, { held, overlap_bytes }: Task, onPiece: OnPiece): Promise<void> {
  let [kept, place] = [0, 0];
  for (;;) {
    const { bytesRead } = await handle.read(held, kept, chunk_bytes, place);
    if (bytesRead === 0) return;
    const end = kept + bytesRead;
    onPiece(held.subarray(0, end), held.subarray(kept, end));
    place += bytesRead;
    kept = Math.min(overlap_bytes, end);
    held.copyWithin(0, end - kept, end);
  }
}

/** What comes out of an archive, in pieces. */
async function eachChunk(stream: AsyncIterable<unknown>, { overlap_bytes }: Task, onPiece: OnPiece): Promise<void> {
  let before = Buffer.alloc(0);
  for await (const piece of stream) {
    const fresh = piece as Buffer;
    const bytes = Buffer.concat([before, fresh]);
    onPiece(bytes, fresh);
    before = bytes.subarray(Math.max(0, bytes.length - overlap_bytes));
  }
}

const zstdMagic = 0xfd2fb528;
const most_expanded_bytes = 16 * 1024 * 1024;

function isGzip(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8;
}

/** Archives that begin anywhere in the bytes, such as files in a database's column. */
function expandArchives(bytes: Buffer, onInside: OnInside): void {
  for (let at = bytes.indexOf(0x1f); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    if (isGzip(bytes, at)) attempt(() => gunzipSync(bytes.subarray(at), lenient), 'gzip', onInside);
  }
  const magic = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
  for (let at = bytes.indexOf(magic); at >= 0; at = bytes.indexOf(magic, at + 1)) {
    attempt(() => zstdDecompressSync(bytes.subarray(at), { maxOutputLength: most_expanded_bytes }), 'zstd', onInside);
  }
}

/** Z_SYNC_FLUSH: what was cut off is given as far as it goes. */
const lenient = { finishFlush: 2, maxOutputLength: most_expanded_bytes };

function attempt(expand: () => Buffer, way: string, onInside: OnInside): void {
  try {
    onInside(expand(), way);
  } catch {
    // It only looked like an archive.
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** A segment's name is where it lies in the log; sixteen megabytes each, 256 of them to a number. */
function isSuccessor(before: string, name: string): boolean {
  const place = (each: string) => BigInt(`0x${each.slice(8, 16)}`) * 256n + BigInt(`0x${each.slice(16)}`);
  return before !== '' && before.slice(0, 8) === name.slice(0, 8) && place(name) === place(before) + 1n;
}
