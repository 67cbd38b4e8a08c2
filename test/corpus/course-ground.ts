import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFolderStore, type FileStore } from '../../src/domains/assets/index.ts';
import { aDatabase, type TestDatabase } from '../support/test-database.ts';

const corpus = path.resolve('../shared/courses');
/** Test data without a course in it. */
const noCourse = 'testdata-uploads.tar.gz';

/** Every archive of the corpus that holds a course; none where the corpus is absent. */
export const archives: readonly string[] = existsSync(corpus)
  ? readdirSync(corpus).filter((name) => name.endsWith('.tar.gz') && name !== noCourse)
  : [];

/** Where an archive of the corpus lies. */
export function archivePath(name: string): string {
  return path.join(corpus, name);
}

/** A database and a file store to import courses into, with a folder for what a test writes. Close it in `afterAll`. */
export interface CourseGround {
  readonly database: TestDatabase;
  readonly files: FileStore;
  readonly folder: string;
  close(): Promise<void>;
}

export async function aCourseGround(): Promise<CourseGround> {
  const database = await aDatabase();
  const folder = mkdtempSync(path.join(tmpdir(), 'mooc-courses-'));
  return {
    database,
    folder,
    files: createFolderStore(path.join(folder, 'files')),
    async close() {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
