import type { Writing } from '../../kernel/database/index.ts';
import { OperatorError } from '../../kernel/errors.ts';
import { storeWithFiles } from '../assets/index.ts';
import {
  type CourseKey,
  createVersion,
  ensureCourse,
  formatKey,
  previewVersion,
  publishVersion,
} from '../courses/index.ts';
import { ensureOrganisation } from '../organisations/index.ts';
import { openSource } from './archive/open-source.ts';
import { type CourseCounts, countCourse } from './count-course.ts';
import type { ImportProgress } from './course-import.ts';
import type { Finding } from './finding.ts';
import type { Ground } from './ground.ts';
import type { CourseModel } from './olx/course-model.ts';
import { readCourse, refuseCycles } from './olx/read-course.ts';
import type { KeyWish } from './olx/read-root.ts';
import { recordFiles } from './record-files.ts';

/** How a course shall come in. */
export interface ImportWish extends KeyWish {
  /** Whether learners see the course at once. Drafts stay drafts. */
  readonly publish: boolean;
  /** The person who imports; null for an operator's command. */
  readonly author: string | null;
  /** Told how far it has come. */
  readonly onProgress: (progress: ImportProgress) => void;
}

/** What came in. */
export interface ImportResult {
  readonly courseKey: CourseKey;
  readonly title: string;
  readonly isNew: boolean;
  readonly isPublished: boolean;
  readonly counts: CourseCounts;
  readonly findings: readonly Finding[];
  /** How many findings there were; the list ends after 2,000. */
  readonly findingsTotal: number;
}

/**
 * Imports a course from a folder or archive: a new course, or a new version of one that is there. All or nothing: when
 * it fails, no row and no file is left.
 *
 * @throws OperatorError when there is no course, it is too large, broken or hostile, or its key can't be had
 */
export async function importCourse({ database, files }: Ground, path: string, wish: ImportWish): Promise<ImportResult> {
  const staging = await files.stage();
  try {
    wish.onProgress({ step: 'files', count: 0 });
    const onCount = (count: number) => wish.onProgress({ step: 'files', count });
    const source = await openSource(path, staging, { onCount });
    wish.onProgress({ step: 'blocks', count: 0 });
    const reading = await readCourse(source, staging, wish);
    refuseCycles(reading.findings);
    const counts = countCourse(reading);
    const { isNew } = await storeWithFiles({ database, files }, staging, (w) => {
      wish.onProgress({ step: 'storing', count: 0 });
      return storeRows(w, reading.model, wish);
    });
    const { model, findings } = reading;
    const courseKey = formatKey(model.key);
    return {
      courseKey,
      title: previewVersion({ ...model, courseKey }).title,
      isNew,
      isPublished: wish.publish,
      counts,
      findings: findings.list,
      findingsTotal: findings.total,
    };
  } finally {
    await staging.discard();
  }
}

async function storeRows(w: Writing<'provide'>, model: CourseModel, wish: ImportWish): Promise<{ isNew: boolean }> {
  const { key, root, draftRoot, manifest, contents } = model;
  const course = await ensureCourse(w, key);
  if (course.type === 'refused') {
    throw new OperatorError(
      `There is a course ${course.by} already, and keys that differ in capitals only can't be told apart. Give it another number or run.`,
    );
  }
  const { courseKey, isNew } = course;
  // A key that no organisation can have (another script) is still a course's: it is then shown by its key.
  await ensureOrganisation(w, { key: key.org });
  await recordFiles(w, manifest);
  const { author } = wish;
  const change = { courseKey, author, manifest, contents };
  const base = await createVersion(w, { ...change, message: 'Imported', root, isBase: true });
  if (base.type === 'refused') throw new Error(`the course ${courseKey} was just made and is not there`);
  if (wish.publish) await publishVersion(w, courseKey, base.versionId);
  if (draftRoot)
    await createVersion(w, { ...change, contents: new Map(), message: 'Imported drafts', root: draftRoot });
  return { isNew };
}
