import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScriptLimits } from './limits.ts';
import { childFolder, makeSnapshot, pyodideFolder, pythonFolder } from './python-process.ts';

/** A started Python's memory in a file, made when first asked for. */
export interface SnapshotFile {
  /** The path; null where none could be made: then processes start cold. */
  path(): Promise<string | null>;
  /** To be called when no process could be started from it: the next one starts cold. */
  discard(): Promise<void>;
  /** Removes what no other server can use. */
  close(): Promise<void>;
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('__pycache__'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A name that changes with all that the memory is made of, so that an old file is never loaded. */
async function nameFor(limits: ScriptLimits): Promise<string> {
  const hash = createHash('sha256').update(`${process.version} ${limits.memory_bytes}`);
  const sources = [
    join(pyodideFolder, 'package.json'),
    ...(await filesOf(pythonFolder)),
    ...(await filesOf(childFolder)),
  ];
  for (const path of sources) hash.update(await readFile(path));
  return `python-${hash.digest('hex').slice(0, 16)}`;
}

async function makeFile(path: string, limits: ScriptLimits): Promise<void> {
  const snapshot = await makeSnapshot({ limits, snapshotFile: null, wheels: [], library: null });
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, snapshot, { mode: 0o600 });
  await rename(unfinished, path);
}

/** With a folder the file outlives the server, and its next first script does not wait for Python to start cold. */
export function createSnapshotFile(limits: ScriptLimits, folder: string | null): SnapshotFile {
  let found: Promise<string | null> | null = null;
  let ownFolder: string | null = null;
  const find = async () => {
    if (folder) await mkdir(folder, { recursive: true });
    else ownFolder = await mkdtemp(join(tmpdir(), 'mooc-python-'));
    const path = join(folder ?? ownFolder!, await nameFor(limits));
    const exists = await access(path).then(
      () => true,
      () => false,
    );
    if (!exists) await makeFile(path, limits);
    return path;
  };
  return {
    path() {
      found ??= find().catch(() => null);
      return found;
    },
    async discard() {
      const path = await found;
      found = Promise.resolve(null);
      if (path) await rm(path, { force: true });
    },
    async close() {
      await found;
      if (ownFolder) await rm(ownFolder, { recursive: true, force: true });
    },
  };
}
