import { OperatorError } from '../../kernel/errors.ts';
import { type Staging, storeWithFiles } from '../assets/index.ts';
import {
  type CourseRecord,
  createVersion,
  formatKey,
  getStoredVersion,
  publishVersion,
  type StoredVersion,
} from '../courses/index.ts';
import type { CourseCheck } from '../studio/index.ts';
import { openSource } from './archive/open-source.ts';
import { nowhere } from './check-course.ts';
import { checkModel } from './check-model.ts';
import { type CourseDifference, compareCourses, type DifferentBlock, listMoved } from './course-difference.ts';
import { getCourse } from './export-course.ts';
import type { Finding } from './finding.ts';
import type { Ground } from './ground.ts';
import type { CourseModel } from './olx/course-model.ts';
import { readCourse, refuseCycles } from './olx/read-course.ts';
import { withoutDrafts } from './pull-course.ts';
import { keepNote, type PulledNote, readNote } from './pulled-note.ts';
import { recordFiles } from './record-files.ts';
import { rereadPulled, withoutRewriting } from './reread-pulled.ts';
import { isDraftPath } from './write/write-course.ts';

/** How a folder shall be pushed. */
export interface PushWish {
  /** Whether to store it; else only the difference is told. */
  readonly isSure: boolean;
  /** One line on what changed, for the list of versions. */
  readonly message: string;
  /** Whether learners see it at once. */
  readonly publish: boolean;
}

/** The course is another one by now: nothing was stored. */
export interface CourseMovedOn {
  readonly type: 'moved-on';
  readonly courseKey: string;
  /** The numbers of the version that was pulled, and of the newest. */
  readonly pulled: number;
  readonly now: number;
  readonly moved: readonly Omit<DifferentBlock, 'lines'>[];
}

/** The folder is as the course is; it is published now if that was wished and it was not. */
export interface NothingToPush {
  readonly type: 'nothing';
  readonly courseKey: string;
  readonly isPublished: boolean;
}

/** What differs; stored as a version of its own, or not yet. */
export interface Pushed {
  readonly type: 'differs' | 'pushed';
  readonly courseKey: string;
  /** The newest version's number. */
  readonly version: number;
  readonly isPublished: boolean;
  readonly difference: CourseDifference;
  /** What is odd in the folder's files. */
  readonly findings: readonly Finding[];
  /** What learners would meet in the whole course. */
  readonly check: CourseCheck;
}

/**
 * Makes a version of a course from a folder that was pulled and edited. Refused when the course moved on since: then it
 * is to be pulled again.
 *
 * @throws OperatorError when the folder was not pulled, is of another course, or can't be imported
 */
export async function pushCourse(
  ground: Ground,
  folder: string,
  wish: PushWish,
): Promise<CourseMovedOn | NothingToPush | Pushed> {
  const note = await readNote(folder);
  const r = ground.database.read('provide');
  const course = await getCourse(r, note.course);
  const pulled = await getStoredVersion(r, note.version).catch(() => null);
  if (pulled?.courseKey !== note.course) {
    throw new OperatorError(
      `${folder} was pulled from another site, or before a backup came back: pull the course again.`,
    );
  }
  if (course.draftVersion !== note.version) {
    const { root, number: now } = await getStoredVersion(r, course.draftVersion);
    const moved = listMoved(pulled.root, root);
    return { type: 'moved-on', courseKey: note.course, pulled: pulled.number, now, moved };
  }
  const staging = await ground.files.stage();
  try {
    const source = await openSource(folder, wish.isSure ? staging : nowhere);
    const { model, findings } = await readCourse(source, wish.isSure ? staging : nowhere);
    refuseCycles(findings);
    refuseOther(model, note, folder);
    const root = withoutRewriting(model.draftRoot ?? model.root, pulled.root, await rereadPulled(r, course, pulled));
    const after = { ...model, root };
    const difference = await compareCourses(r, withoutDrafts(pulled), after);
    if (countAll(difference) === 0) return publishUnchanged(ground, course, wish);
    const { check } = await checkModel(model);
    const facts = { courseKey: note.course, difference, findings: findings.list, check };
    if (!wish.isSure) return { type: 'differs', version: pulled.number, isPublished: false, ...facts };
    const version = await store(ground, staging, { pulled, model: after, wish });
    await keepNote(folder, { course: note.course, version: version.id, number: version.number });
    return { type: 'pushed', version: version.number, isPublished: wish.publish, ...facts };
  } finally {
    await staging.discard();
  }
}

function refuseOther({ key }: CourseModel, { course }: PulledNote, folder: string): void {
  const written = formatKey(key);
  if (written === course) return;
  throw new OperatorError(
    `${folder} was pulled from ${course} and says now that it is ${written}. Correct course.xml; to make another course of it there is 'mooc import'.`,
  );
}

function countAll({ blocks, texts, files }: CourseDifference): number {
  return blocks.length + texts.length + files.length;
}

/** What was pushed before without being published can be so now. */
async function publishUnchanged(
  { database }: Ground,
  { key, draftVersion, publishedVersion }: CourseRecord & { readonly draftVersion: string },
  { isSure, publish }: PushWish,
): Promise<NothingToPush> {
  const isPublished = isSure && publish && publishedVersion !== draftVersion;
  if (isPublished) await database.write('provide', (w) => publishVersion(w, key, draftVersion));
  return { type: 'nothing', courseKey: key, isPublished };
}

async function store(
  ground: Ground,
  staging: Staging,
  { pulled, model, wish }: { readonly pulled: StoredVersion; readonly model: CourseModel; readonly wish: PushWish },
): Promise<{ readonly id: string; readonly number: number }> {
  const { courseKey, versionId: basedOn } = pulled;
  const drafts = Object.entries(pulled.manifest.files).filter(([path]) => isDraftPath(pulled.manifest, path));
  const manifest = { ...model.manifest, files: { ...Object.fromEntries(drafts), ...model.manifest.files } };
  const { root, contents } = model;
  return storeWithFiles(ground, staging, async (w) => {
    await recordFiles(w, manifest);
    const change = { courseKey, author: null, message: wish.message, root, manifest, contents, basedOn };
    const made = await createVersion(w, change);
    if (made.type === 'refused') {
      throw new OperatorError(`Somebody changed ${courseKey} just now. Nothing was pushed: pull it again.`);
    }
    if (wish.publish) await publishVersion(w, courseKey, made.versionId);
    return { id: made.versionId, number: made.number };
  });
}
