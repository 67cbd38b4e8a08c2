import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, link, mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { OperatorError } from '../../kernel/errors.ts';

/** Where a file lies by its hash: `ab/cdef…`. Whatever else is in such a folder (unfinished imports) is no part of it. */
const shelf = /^[0-9a-f]{2}$/;
const rest = /^[0-9a-f]{62}$/;

export interface CopiedFiles {
  readonly count: number;
  readonly size_bytes: number;
}

/**
 * Copies a folder of files named by their hash; on the same disk as a second name for the same bytes, which never change.
 *
 * @throws OperatorError when `isChecked` and a file's bytes are not what its name says
 */
export async function copyFiles(from: string, to: string, isChecked: boolean): Promise<CopiedFiles> {
  let count = 0;
  let size_bytes = 0;
  for (const folder of await listNames(from, shelf)) {
    await mkdir(path.join(to, folder), { recursive: true, mode: 0o700 });
    for (const name of await listNames(path.join(from, folder), rest)) {
      const source = path.join(from, folder, name);
      if (isChecked) await checkBytes(source, folder + name);
      await linkOrCopy(source, path.join(to, folder, name));
      count += 1;
      size_bytes += (await stat(source)).size;
    }
  }
  return { count, size_bytes };
}

async function listNames(folder: string, pattern: RegExp): Promise<string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => pattern.test(name)).sort();
}

async function checkBytes(file: string, sha256: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('hex') !== sha256)
    throw new OperatorError(`The file ${file} is damaged: its bytes are not what its name says.`);
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  }
}
