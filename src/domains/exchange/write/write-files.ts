import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { OperatorError } from '../../../kernel/errors.ts';
import type { FileStore } from '../../assets/index.ts';
import type { ManifestFile } from '../../courses/index.ts';
import type { OutputFile, OutputFiles } from './output.ts';

/**
 * Writes a course's files to a new folder, or to an archive when the path ends in `.tar.gz`. Whole or not at all: it
 * is written under another name first.
 *
 * @throws OperatorError when something is there already
 */
export async function writeFiles(target: string, top: string, files: OutputFiles, store: FileStore): Promise<void> {
  await refuseExisting(target);
  const draft = `${path.resolve(target)}.${randomUUID()}.part`;
  try {
    await mkdir(path.dirname(draft), { recursive: true });
    if (/\.(?:tar\.gz|tgz)$/i.test(target)) await writeTar(draft, top, files, store);
    else await writeFolder(draft, files, store);
    await rmdir(target).catch(() => {});
    await rename(draft, target);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function refuseExisting(target: string): Promise<void> {
  const found = await stat(target).catch(() => null);
  if (!found || (found.isDirectory() && (await readdir(target)).length === 0)) return;
  throw new OperatorError(`There is something at ${target} already: remove it, or name another place.`);
}

async function writeFolder(folder: string, files: OutputFiles, store: FileStore): Promise<void> {
  await mkdir(folder);
  for (const [name, file] of files) {
    const place = path.join(folder, name);
    await mkdir(path.dirname(place), { recursive: true });
    if ('bytes' in file) await writeFile(place, file.bytes);
    else await pipeline(await openAsset(name, file.asset, store), createWriteStream(place));
  }
}

async function writeTar(place: string, top: string, files: OutputFiles, store: FileStore): Promise<void> {
  const archive = pack();
  const writing = pipeline(archive, createGzip(), createWriteStream(place));
  // The same course gives the same bytes: no times of day in it.
  const mtime = new Date(0);
  const names = [...files.keys()].sort();
  const sending = (async () => {
    for (const name of names) await addEntry(archive, `${top}/${name}`, files.get(name)!, mtime, store);
    archive.finalize();
  })();
  sending.catch((error) => archive.destroy(error as Error));
  await Promise.all([writing, sending]);
}

async function addEntry(
  archive: ReturnType<typeof pack>,
  name: string,
  file: OutputFile,
  mtime: Date,
  store: FileStore,
): Promise<void> {
  const size = 'bytes' in file ? file.bytes.length : file.asset.size_bytes;
  const entry = archive.entry({ name, size, mtime, mode: 0o644 });
  const bytes = 'bytes' in file ? Readable.from([file.bytes]) : await openAsset(name, file.asset, store);
  await pipeline(bytes, entry);
}

async function openAsset(name: string, asset: ManifestFile, store: FileStore) {
  const stream = await store.open(asset.hash);
  if (!stream) throw new OperatorError(`The file ${name} is missing in MOOC_DATA/files: bring it back from a backup.`);
  return stream;
}
