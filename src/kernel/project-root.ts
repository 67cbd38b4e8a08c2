import { existsSync } from 'node:fs';
import path from 'node:path';

/** The project's folder: the nearest one above that has a package.json, from the sources as from the build. */
export const projectRoot = findRoot(import.meta.dirname);

function findRoot(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error('mooc runs outside of its own folder');
  return findRoot(parent);
}
