import { findCourse } from '../../../domains/courses/index.ts';
import { type Clipboard, findClipboard, makeOutline, type StudioOutline } from '../../../domains/studio/index.ts';
import type { Powers } from '../../../powers.ts';
import { findTitle } from '../edit/edit-acts.ts';
import { type GiveBack, stillGivesBack } from '../parts/give-back.ts';
import { openDraft } from '../parts/open-draft.ts';
import type { CoursePlace } from '../studio-site.ts';

/** What the outline's page shows. */
export interface OutlineView {
  readonly outline: StudioOutline;
  /** The block whose menu stands open. */
  readonly at: string | null;
  /** The section that was last worked on, which stays open. */
  readonly near: string | null;
  readonly undo: UndoView | null;
  readonly giveBack: GiveBack | null;
  readonly clipboard: Clipboard | null;
  readonly may: { readonly edit: boolean; readonly publish: boolean };
}

/** A deletion that can be undone. */
export interface UndoView {
  readonly version: string;
  readonly block: string;
  readonly title: string;
}

/** The outline as it is now, after whatever was done to it. */
export async function readOutlineView(
  powers: Powers,
  place: CoursePlace,
  shown: {
    readonly at?: string | null;
    readonly near?: string | null;
    readonly undo?: { version: string; block: string } | null;
    readonly giveBack?: GiveBack | null;
  },
): Promise<OutlineView> {
  const { at = null, near = null, undo = null, giveBack = null } = shown;
  const r = powers.database.read('provide');
  const course = (await findCourse(r, place.course.key)) ?? place.course;
  const { version, draft, published } = await openDraft(powers, { course });
  return {
    outline: makeOutline(version, draft, published),
    at,
    near,
    undo: undo && (await readUndo(powers, course.key, undo)),
    giveBack: place.may('course.publish') ? stillGivesBack(giveBack, course) : null,
    clipboard: await findClipboard(r, place.reader.personId),
    may: { edit: place.may('course.edit'), publish: place.may('course.publish') },
  };
}

/** Null when the version or the block is made up. */
export async function readUndo(
  powers: Powers,
  courseKey: string,
  { version, block }: { readonly version: string; readonly block: string },
): Promise<UndoView | null> {
  const title = await findTitle(powers, courseKey, version, block);
  return title === null ? null : { version, block, title };
}

/** `VERSION~BLOCK`, as an address carries it over a redirect. */
export function readUndoMark(mark: string | undefined): { version: string; block: string } | null {
  const [, version, block] = /^([0-9a-f-]{36})~(.+)$/.exec(mark ?? '') ?? [];
  return version && block ? { version, block } : null;
}
