import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Database, Reading } from '../../kernel/database/index.ts';
import { OperatorError } from '../../kernel/errors.ts';
import type { FileStore } from '../assets/index.ts';
import { type CourseImport, type ImportProgress, type ImportReport, isUnderWay } from './course-import.ts';
import { type ImportResult, type ImportWish, importCourse } from './import-course.ts';
import {
  insertImport,
  lockImports,
  selectImport,
  selectImports,
  touchImports,
  updateDone,
  updateFailed,
  updateProgress,
} from './import-store.ts';

const sign_ms = 1000;
const heartbeat_ms = 15_000;
const most_findings = 500;
const most_listed = 5;
const abandoned_ms = 24 * 3_600_000;

/** Takes uploaded archives and makes courses of them, one after the other. */
export interface ImportDesk {
  /** Where an upload is written to: a file of its own, that `take` or who wrote it removes. */
  place(): Promise<string>;
  /**
   * Notes an archive that was uploaded, and begins as soon as no other is under way. @returns the import's id, or null where one
   * of the organisation's is under way: archives that wait fill the disk of all
   */
  take(upload: {
    readonly file: string;
    readonly fileName: string;
    readonly organisationKey: string;
    readonly personId: string;
    readonly wish: Pick<ImportWish, 'number' | 'run' | 'publish'>;
  }): Promise<string | null>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** Opens the desk of a process. What it is told goes into the database, so that any process can show it. */
export function createImportDesk(with_: {
  readonly database: Database;
  readonly files: FileStore;
  readonly folder: string;
  readonly onFault: (error: unknown) => void;
}): ImportDesk {
  const { database, files, folder, onFault } = with_;
  const open = new Set<string>();
  let last: Promise<void> = Promise.resolve();
  let number = 0;
  const beat = setInterval(() => {
    if (open.size > 0) database.write('provide', (w) => touchImports(w, [...open])).catch(onFault);
  }, heartbeat_ms);
  beat.unref();

  async function run(id: string, file: string, wish: ImportWish): Promise<void> {
    try {
      const result = await importCourse({ database, files }, file, wish);
      await database.write('provide', (w) => updateDone(w, id, result.courseKey, reportOf(result)));
    } catch (error) {
      const isTheirs = error instanceof OperatorError;
      if (!isTheirs) onFault(error);
      // Where the upload lies on our disk is nobody's business.
      const reason = isTheirs ? error.message.replaceAll(file, 'The file') : '';
      await database.write('provide', (w) => updateFailed(w, id, reason)).catch(onFault);
    } finally {
      open.delete(id);
      await rm(file, { force: true }).catch(onFault);
    }
  }

  return {
    async place() {
      await mkdir(folder, { recursive: true });
      await removeAbandoned(folder);
      number += 1;
      return path.join(folder, `${process.pid}-${Date.now()}-${number}.tar.gz`);
    },
    async take({ file, fileName, organisationKey, personId, wish }) {
      const id = await database.write('provide', async (w) => {
        await lockImports(w, organisationKey);
        const latest = await selectImports(w, organisationKey, most_listed);
        if (latest.some(isUnderWay)) return null;
        return insertImport(w, { organisationKey, personId, fileName });
      });
      if (id === null) return null;
      open.add(id);
      const tell = teller(database, id, onFault);
      const whole = { ...wish, org: organisationKey, author: personId, onProgress: tell };
      last = last.then(() => run(id, file, whole));
      return id;
    },
    async close() {
      clearInterval(beat);
      await last;
    },
  };
}

/** Writes down how far an import is, once a second at most, and does not make it wait. */
function teller(database: Database, id: string, onFault: (error: unknown) => void): (progress: ImportProgress) => void {
  let told = { at: 0, step: '' };
  let last: Promise<void> = Promise.resolve();
  return (progress) => {
    const now = performance.now();
    if (progress.step === told.step && now - told.at < sign_ms) return;
    told = { at: now, step: progress.step };
    last = last.then(() => database.write('provide', (w) => updateProgress(w, id, progress))).catch(onFault);
  };
}

/** What killed processes left. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found && Date.now() - found.mtimeMs > abandoned_ms) await rm(file, { force: true });
  }
}

function reportOf({ title, isNew, isPublished, counts, findings, findingsTotal }: ImportResult): ImportReport {
  const order = ['error', 'warning', 'note'];
  const gravest = findings.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  return {
    title,
    isNew,
    isPublished,
    blocks: counts.blocks,
    files: counts.files,
    findings: gravest.slice(0, most_findings),
    findings_total: findingsTotal,
  };
}

/** An import by its id, or null. */
export function findImport(r: Reading<'provide'>, id: string): Promise<CourseImport | null> {
  return selectImport(r, id);
}

/** The latest imports of an organisation, newest first. At most five. */
export function listImports(r: Reading<'provide'>, organisationKey: string): Promise<CourseImport[]> {
  return selectImports(r, organisationKey, most_listed);
}
