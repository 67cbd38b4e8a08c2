import type { CourseVersion } from '../../../domains/courses/index.ts';
import {
  type CourseCheck,
  checkStored,
  findBlock,
  type Remark,
  type TryScript,
} from '../../../domains/studio/index.ts';
import type { Powers } from '../../../powers.ts';
import type { FramedCourse } from '../parts/course-frame.tsx';
import { openDraft } from '../parts/open-draft.ts';
import type { CoursePlace } from '../studio-site.ts';

/** The remarks on what stands in one place: a unit, or a section or subsection itself. */
export interface RemarkGroup {
  /** Null for the course as a whole. */
  readonly at: Remark['at'];
  readonly above: readonly string[];
  readonly remarks: readonly Remark[];
}

/** What somebody wanted to publish, and was asked once more about. */
export interface AskedPublication {
  readonly blockId: string;
  readonly title: string;
  readonly hash: string;
  /** The unit whose page it was asked on; empty for the outline. */
  readonly back: string;
}

export interface CheckView {
  readonly course: FramedCourse;
  readonly check: CourseCheck;
  readonly groups: readonly RemarkGroup[];
  /** How many remarks are left out of the page. */
  readonly left: number;
  readonly asked: AskedPublication | null;
  readonly mayEdit: boolean;
}

const most_shown = 400;
/** What a page waits for authors' Python, all problems together. */
const python_ms = 4000;

/** Checks what authors work on: the whole of it, or what is to be published. */
export async function readCheck(
  powers: Powers,
  place: CoursePlace,
  wish: { readonly block: string; readonly hash: string; readonly back: string } | null,
): Promise<CheckView> {
  const { version, draft, published } = await openDraft(powers, place);
  const r = powers.database.read('provide');
  const found = wish && place.may('course.publish') ? await findBlock(r, draft, wish.block) : null;
  const runScript = runWithin(python_ms, powers, version);
  const within = found ? { within: wish!.block } : {};
  const check = await checkStored(r, version, { ...within, ...(runScript && { runScript }) });
  const groups = firstOf(groupByPlace(check.remarks));
  const shown = groups.reduce((sum, { remarks }) => sum + remarks.length, 0);
  const { courseKey, title, language } = version;
  return {
    course: { courseKey, title, language, isPublished: published !== null },
    check,
    groups,
    left: check.errors + check.warnings - shown,
    asked: found && {
      blockId: wish!.block,
      title: version.blocks.get(wish!.block)?.displayName ?? title,
      hash: wish!.hash,
      back: wish!.back,
    },
    mayEdit: place.may('course.edit'),
  };
}

/** Places with errors first, each in the order of the course, and in one place errors first. */
function groupByPlace(remarks: readonly Remark[]): RemarkGroup[] {
  const groups: { at: Remark['at']; above: readonly string[]; remarks: Remark[] }[] = [];
  for (const remark of remarks) {
    const { at, above } = remark;
    const last = groups.at(-1);
    if (last && last.at?.id === at?.id) last.remarks.push(remark);
    else groups.push({ at, above, remarks: [remark] });
  }
  for (const group of groups) group.remarks.sort(errorsFirst);
  return groups.sort((a, b) => errorsFirst(a.remarks[0]!, b.remarks[0]!));
}

function errorsFirst(a: Remark, b: Remark): number {
  return Number(b.level === 'error') - Number(a.level === 'error');
}

/** As many whole groups as a page holds; the first in any case. */
function firstOf(groups: readonly RemarkGroup[]): readonly RemarkGroup[] {
  let count = 0;
  return groups.filter(({ remarks }, i) => {
    count += remarks.length;
    return i === 0 || count <= most_shown;
  });
}

/** Authors' Python until the time is over, then none: what was not tried the page says. */
function runWithin(limit_ms: number, { learning }: Powers, version: CourseVersion): TryScript | null {
  const run = learning.runnerFor(version);
  if (!run) return null;
  let isOver = false;
  const { promise: over, resolve } = Promise.withResolvers<null>();
  setTimeout(() => {
    isOver = true;
    resolve(null);
  }, limit_ms).unref();
  return (job) => (isOver ? over : Promise.race([run(job), over]));
}
