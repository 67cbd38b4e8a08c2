import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { type Readable, Transform } from 'node:stream';
import type { Address, Database, Migration, Writing } from '../../kernel/database/index.ts';
import { OperatorError } from '../../kernel/errors.ts';
import { type BackedUpTable, type BackupManifest, tableFile } from './backup-manifest.ts';
import { copyFiles } from './copy-files.ts';
import { appendErasures, type Erasure, erasureListName, readErasures } from './erasure-list.ts';
import { deletePending, selectPending } from './ops-store.ts';
import { fillDatabase } from './restore-store.ts';

/** What is put back, and where. */
export interface Restore {
  /** The folder of the backup, and what it says about itself (`readManifest`). */
  readonly source: string;
  readonly manifest: BackupManifest;
  /** A newer list of erasures than the backup's: the lost site's own, or that of a later backup. */
  readonly newerErasures: string | null;
  /** The empty database, as its owner. */
  readonly owner: Address;
  /** Every step that this program knows. */
  readonly migrations: readonly Migration[];
  readonly filesFolder: string;
  readonly erasureList: string;
}

/**
 * Puts a backup into an empty database and folder. People who were erased since are not erased yet: that happens when
 * the house opens (`repeatErasures`), before the first request, and even if this process is killed in between.
 *
 * @throws OperatorError when the backup is broken, from a newer mooc, or the database holds something
 */
export async function restoreBackup(restore: Restore): Promise<void> {
  const { manifest } = restore;
  const unknown = manifest.migrations.find((name) => !restore.migrations.some((step) => step.name === name));
  if (unknown)
    throw new OperatorError(
      `The backup is from a newer mooc, which took the step ${unknown}: restore it with that one.`,
    );
  const erasures = await collectErasures(restore);
  await copyFiles(path.join(restore.source, 'files'), restore.filesFolder, true);
  await appendErasures(restore.erasureList, erasures);
  await fillDatabase(restore.owner, {
    manifest,
    migrations: restore.migrations.filter((step) => manifest.migrations.includes(step.name)),
    rowsOf: (table) => checkedRows(restore.source, table),
    erasures,
  });
}

async function collectErasures({ source, newerErasures }: Restore): Promise<Erasure[]> {
  const lists = [path.join(source, erasureListName), ...(newerErasures ? [newerErasures] : [])];
  const all = (await Promise.all(lists.map((file) => readErasures(file, 'must be there')))).flat();
  return [...new Map(all.map((erasure) => [erasure.personId, erasure])).values()];
}

function checkedRows(folder: string, table: BackedUpTable): Readable {
  const hash = createHash('sha256');
  const checking = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      const isWhole = hash.digest('hex') === table.sha256;
      done(
        isWhole
          ? null
          : new OperatorError(`The backup is damaged: the rows of ${table.name} are not those that were backed up.`),
      );
    },
  });
  const file = createReadStream(tableFile(folder, table.name));
  file.on('error', () =>
    checking.destroy(new OperatorError(`The backup is damaged: the rows of ${table.name} can't be read.`)),
  );
  return file.pipe(checking);
}

const batch_persons = 100;

/**
 * Erases again whom a restored backup brought back. Does nothing but one look when there is nobody.
 *
 * @param erase the verb; it must bear a person that isn't there
 * @returns how many
 */
export async function repeatErasures(
  database: Database,
  erase: (w: Writing<'rights'>, personId: string) => Promise<void>,
): Promise<number> {
  let count = 0;
  for (;;) {
    const pending = await selectPending(database.read('rights'), batch_persons);
    if (pending.length === 0) return count;
    for (const { personId } of pending) {
      await database.write('rights', async (w) => {
        await erase(w, personId);
        await deletePending(w, personId);
      });
      count += 1;
    }
  }
}
