import { type BackupManifest, takeBackup } from '../domains/ops/index.ts';
import { systemClock } from '../kernel/clock.ts';
import { map } from '../map.ts';
import { placesIn } from '../places.ts';
import { type Command, UsageError } from './command.ts';

/** Takes a backup, of a running site or of one that is stopped. */
export const backup: Command = {
  name: 'backup',
  usage: 'DIR [--json]',
  summary: 'write the database and the files into a new folder; the site may run meanwhile',
  flags: {},
  async run({ args: [target, ...rest], config, house, out }) {
    if (!target || rest.length > 0) throw new UsageError('name one folder, new or empty');
    const { files, erasureList } = placesIn(config.dataFolder);
    const { owner } = await house();
    const tables = Object.keys(map);
    const manifest = await takeBackup({
      owner,
      tables,
      filesFolder: files,
      erasureList,
      target,
      now: systemClock,
      onProgress: out.progress,
    });
    out.report(figuresOf(manifest), (figures) => `Backed up ${describeFigures(figures)} into ${target}.`);
  },
};

interface Figures {
  readonly taken_at: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly size_bytes: number;
}

/** What a backup holds, in figures. */
export function figuresOf({ taken_at, tables, files }: BackupManifest): Figures {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return { taken_at, tables: tables.length, rows, files: files.count, size_bytes: files.size_bytes };
}

export function describeFigures({ tables, rows, files }: Figures): string {
  return `${rows} rows of ${tables} tables and ${files} files`;
}
