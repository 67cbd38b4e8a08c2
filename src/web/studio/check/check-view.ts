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
  const shown = check.remarks.slice(0, most_shown);
  const { courseKey, title, language } = version;
  return {
    course: { courseKey, title, language, isPublished: published !== null },
    check,
    groups: groupByPlace(shown),
    left: check.errors + check.warnings - shown.length,
    asked: found && {
      blockId: wish!.block,
      title: version.blocks.get(wish!.block)?.displayName ?? title,
      hash: wish!.hash,
      back: wish!.back,
    },
    mayEdit: place.may('course.edit'),
  };
}

/** In the order of the course; in one place errors come first. */
function groupByPlace(all: readonly Remark[]): RemarkGroup[] {
  const groups: { at: Remark['at']; above: readonly string[]; remarks: Remark[] }[] = [];
  for (const remark of all) {
    const { at, above } = remark;
    const last = groups.at(-1);
    if (last && last.at?.id === at?.id) last.remarks.push(remark);
    else groups.push({ at, above, remarks: [remark] });
  }
  for (const { remarks } of groups) remarks.sort((a, b) => Number(b.level === 'error') - Number(a.level === 'error'));
  return groups;
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
