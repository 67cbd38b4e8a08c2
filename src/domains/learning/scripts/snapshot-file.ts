import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScriptLimits } from './limits.ts';
import { makeSnapshot } from './python-process.ts';

/** A started Python's memory in a file of this server's own, made when first asked for. */
export interface SnapshotFile {
  /** The path; null where none could be made: then processes start cold. */
  path(): Promise<string | null>;
  remove(): Promise<void>;
}

export function createSnapshotFile(limits: ScriptLimits): SnapshotFile {
  let folder: Promise<string | null> | null = null;
  const make = async () => {
    const snapshot = await makeSnapshot({ limits, snapshotFile: null, wheelFolder: null, library: null });
    const made = await mkdtemp(join(tmpdir(), 'mooc-python-'));
    await writeFile(join(made, 'memory'), snapshot, { mode: 0o600 });
    return made;
  };
  return {
    async path() {
      folder ??= make().catch(() => null);
      const made = await folder;
      return made && join(made, 'memory');
    },
    async remove() {
      const made = await folder;
      folder = null;
      if (made) await rm(made, { recursive: true, force: true });
    },
  };
}
