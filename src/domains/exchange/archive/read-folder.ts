import { createReadStream } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '../../../kernel/errors.ts';
import type { Limits } from './limits.ts';
import { type Collector, mebibytes } from './source-files.ts';

/** What tools for versions of files leave in a folder, and `mooc pull`. */
const notOurs = new Set(['.git', '.hg', '.svn', '.mooc.json']);

/** Reads a folder and what is below it. A link counts as the file it leads to, when that is in the folder too. */
export async function readFolder(folder: string, limits: Limits, collector: Collector): Promise<void> {
  const top = await realpath(folder);
  let size_bytes = 0;
  const visit = async (below: string): Promise<void> => {
    const names = (await readdir(path.join(top, below))).sort();
    for (const name of names) {
      if (notOurs.has(name)) continue;
      const relative = below ? `${below}/${name}` : name;
      const found = await look(top, relative, collector);
      if (found === 'folder') {
        collector.entry(relative);
        await visit(relative);
      } else if (found) {
        size_bytes += found.size_bytes;
        if (size_bytes > limits.unpacked_bytes) {
          throw new OperatorError(
            `The folder holds more than ${mebibytes(limits.unpacked_bytes)}: take large files out of the course.`,
          );
        }
        await collector.file(relative, createReadStream(found.place), found.size_bytes);
      }
    }
  };
  await visit('');
}

async function look(top: string, relative: string, collector: Collector) {
  const place = path.join(top, relative);
  const own = await lstat(place);
  if (own.isDirectory()) return 'folder';
  if (own.isFile()) return { place, size_bytes: own.size };
  if (!own.isSymbolicLink()) throw new OperatorError(`${place} is not a file: take it out of the folder.`);
  const target = await realpath(place).catch(() => null);
  if (target !== null && !target.startsWith(top + path.sep)) {
    throw new OperatorError(`${place} is a link out of the course, to ${target}: put the file itself in its place.`);
  }
  const there = target && (await stat(target));
  const isFile = there ? there.isFile() : false;
  const message = isFile
    ? 'This is a link inside the course; it was taken as a copy of the file that it leads to.'
    : 'This is a link to a folder or to nothing; it was left out.';
  collector.findings.add({ level: isFile ? 'note' : 'warning', code: 'link', message, file: relative, line: 0 });
  return there && isFile ? { place: target, size_bytes: there.size } : null;
}
