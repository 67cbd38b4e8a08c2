import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Clock } from '../../kernel/clock.ts';
import type { Address } from '../../kernel/database/index.ts';
import { OperatorError } from '../../kernel/errors.ts';
import { type BackedUpTable, type BackupManifest, manifestName, tableFile } from './backup-manifest.ts';
import { type Snapshot, withSnapshot } from './backup-store.ts';
import { copyFiles } from './copy-files.ts';
import { appendErasures, erasureListName, readErasures } from './erasure-list.ts';

/** What a backup is taken of. */
export interface Backup {
  /** The database, as its owner. */
  readonly owner: Address;
  /** Every table of the data map. */
  readonly tables: readonly string[];
  /** The folder of files by hash. */
  readonly filesFolder: string;
  /** The list of erasures that lies beside the database. */
  readonly erasureList: string;
  /** New or empty. */
  readonly target: string;
  readonly now: Clock;
  readonly onProgress: (line: string) => void;
}

/**
 * Writes one snapshot of the database, and the files, into a folder that only its owner can read. The site may run
 * meanwhile. Rows go through in a stream: memory does not grow with them.
 *
 * @throws OperatorError when the folder holds anything
 */
export async function takeBackup(backup: Backup): Promise<BackupManifest> {
  await ensureEmpty(backup.target);
  await mkdir(path.join(backup.target, 'tables'), { mode: 0o700 });
  const taken_at = backup.now().toISOString();
  const database = await withSnapshot(backup.owner, (snapshot) => copyDatabase(snapshot, backup));
  // Files after rows: every file that the rows know is there, and one more does no harm.
  const files = await copyFiles(backup.filesFolder, path.join(backup.target, 'files'), false);
  await appendErasures(
    path.join(backup.target, erasureListName),
    await readErasures(backup.erasureList, 'may be missing'),
  );
  const manifest: BackupManifest = { format: 1, taken_at, ...database, files };
  await writeDurably(path.join(backup.target, manifestName), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

async function ensureEmpty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const [first] = await readdir(folder);
  if (first) throw new OperatorError(`${folder} is not empty: name a new folder for each backup.`);
}

async function copyDatabase(
  snapshot: Snapshot,
  backup: Backup,
): Promise<Pick<BackupManifest, 'migrations' | 'tables' | 'partitions' | 'sequences'>> {
  const tables: BackedUpTable[] = [];
  for (const name of backup.tables) {
    backup.onProgress(`table ${name}`);
    tables.push(await copyTable(snapshot, name, tableFile(backup.target, name)));
  }
  return {
    migrations: [...snapshot.migrations],
    tables,
    partitions: snapshot.partitions,
    sequences: snapshot.sequences,
  };
}

async function copyTable(snapshot: Snapshot, name: string, file: string): Promise<BackedUpTable> {
  const columns = await snapshot.columnsOf(name);
  const rows = snapshot.rowsOf(name, columns);
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(rows, hashing, createWriteStream(file, { mode: 0o600, flush: true }));
  return { name, columns, rows: rows.rowCount, sha256: hash.digest('hex') };
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
