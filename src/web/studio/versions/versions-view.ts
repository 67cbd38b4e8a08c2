import { findVersionByNumber, listVersions, type StoredVersion } from '../../../domains/courses/index.ts';
import { listPeople } from '../../../domains/identity/index.ts';
import { type BlockDifference, compareBlocks, compareTrees } from '../../../domains/studio/index.ts';
import type { DiffRun } from '../../../kernel/compare-texts.ts';
import type { Powers } from '../../../powers.ts';
import type { FramedCourse } from '../parts/course-frame.tsx';
import { openDraft } from '../parts/open-draft.ts';
import type { CoursePlace } from '../studio-site.ts';

/** One line of the list of versions. */
export interface VersionLine {
  readonly versionId: string;
  readonly number: number;
  readonly madeAt: Date;
  readonly message: string;
  /** Null where nobody is named: an operator's command, or a person who was erased. */
  readonly author: string | null;
  readonly isDraft: boolean;
  readonly isPublished: boolean;
}

export interface VersionsView {
  readonly course: FramedCourse;
  readonly lines: readonly VersionLine[];
  /** The number before which older ones begin; null when there are none. */
  readonly older: number | null;
  readonly mayEdit: boolean;
  readonly mayPublish: boolean;
  /** What learners see now; null when nothing is published. */
  readonly published: string | null;
}

const most_lines = 50;

export async function readVersions(powers: Powers, place: CoursePlace, before?: number): Promise<VersionsView> {
  const r = powers.database.read('provide');
  const { course } = place;
  const notes = await listVersions(r, course.key, { before, limit: most_lines + 1 });
  const shown = notes.slice(0, most_lines);
  const people = await listPeople(r, [...new Set(shown.flatMap(({ author }) => author ?? []))]);
  return {
    course: await framed(powers, place),
    lines: shown.map(({ author, ...note }) => ({
      ...note,
      author: author === null ? null : (people.get(author)?.name ?? null),
      isDraft: note.versionId === course.draftVersion,
      isPublished: note.versionId === course.publishedVersion,
    })),
    older: notes.length > most_lines ? shown.at(-1)!.number : null,
    mayEdit: place.may('course.edit'),
    mayPublish: place.may('course.publish') && course.kind === 'course',
    published: course.publishedVersion,
  };
}

/** A block that differs, with its texts compared. */
export interface ComparedBlock extends BlockDifference {
  readonly text: readonly DiffRun[];
  readonly source: readonly DiffRun[];
}

export interface ComparisonView {
  readonly course: FramedCourse;
  readonly before: StoredVersion;
  readonly after: StoredVersion;
  readonly blocks: readonly ComparedBlock[];
  /** How many differ; the list ends after 100. */
  readonly total: number;
  readonly mayEdit: boolean;
}

const most_compared = 100;

/** What one version has that another had not; null when there is no such version. */
export async function readComparison(
  powers: Powers,
  place: CoursePlace,
  { number, since }: { readonly number: number; readonly since: number },
): Promise<ComparisonView | null> {
  const r = powers.database.read('provide');
  const after = await findVersionByNumber(r, powers.versions, place.course.key, number);
  const before = await findVersionByNumber(r, powers.versions, place.course.key, since);
  if (!after || !before) return null;
  const differences = compareTrees(before.root, after.root);
  const blocks: ComparedBlock[] = [];
  for (const difference of differences.slice(0, most_compared)) {
    blocks.push({ ...difference, ...(await compareBlocks(r, difference)) });
  }
  const course = await framed(powers, place);
  return { course, before, after, blocks, total: differences.length, mayEdit: place.may('course.edit') };
}

async function framed(powers: Powers, place: CoursePlace): Promise<FramedCourse> {
  const { version, published } = await openDraft(powers, place);
  const { courseKey, title, language } = version;
  return { courseKey, title, language, isPublished: published !== null };
}
