import { type Block, findCourse, hashTree, isContainer, type StoredBlock } from '../../../domains/courses/index.ts';
import { listPeople } from '../../../domains/identity/index.ts';
import {
  type Clipboard,
  findBlock,
  findClipboard,
  findSelectionState,
  listWriters,
  type PublishState,
  publishStateOf,
  type SelectionState,
} from '../../../domains/studio/index.ts';
import type { Powers } from '../../../powers.ts';
import type { Words } from '../../i18n.ts';
import { readUndo, type UndoView } from '../outline/outline-view.ts';
import type { FramedCourse } from '../parts/course-frame.tsx';
import { type GiveBack, stillGivesBack } from '../parts/give-back.ts';
import { type OpenDraft, openDraft } from '../parts/open-draft.ts';
import { createPreviewer, type Preview } from '../preview/previewer.ts';
import type { CoursePlace } from '../studio-site.ts';

/** A unit as its authors see it: what learners see, with what can be done to each part. */
export interface UnitView {
  readonly course: FramedCourse;
  readonly unit: { readonly id: string; readonly tag: string; readonly title: string };
  readonly hash: string;
  readonly edition: string;
  readonly state: PublishState;
  readonly isStaffOnly: boolean;
  /** What it stands in, from the section down. */
  readonly above: readonly { readonly id: string; readonly tag: string; readonly title: string }[];
  readonly blocks: readonly BlockView[];
  readonly clipboard: Clipboard | null;
  readonly undo: UndoView | null;
  readonly giveBack: GiveBack | null;
  /** Of a random selection: how it stands to its library. */
  readonly selection: SelectionState | null;
  readonly may: { readonly edit: boolean; readonly publish: boolean };
}

/** One part of the unit. */
export interface BlockView {
  readonly id: string;
  readonly tag: string;
  readonly title: string;
  readonly hash: string;
  readonly preview: Preview;
  /** It holds blocks of its own, which have a page like this one. */
  readonly isContainer: boolean;
  /** Others who are writing in it now, by name. */
  readonly writers: readonly string[];
  /** Of a random selection. */
  readonly selection: SelectionState | null;
}

/** The unit, or any other block that holds blocks; null when the draft has none of that id. */
export async function readUnitView(
  powers: Powers,
  place: CoursePlace,
  words: Words,
  unitId: string,
  {
    undo = null,
    giveBack = null,
  }: { readonly undo?: { version: string; block: string } | null; readonly giveBack?: GiveBack | null },
): Promise<UnitView | null> {
  const r = powers.database.read('provide');
  const course = (await findCourse(r, place.course.key)) ?? place.course;
  const open = await openDraft(powers, { course });
  const { version, draft, published } = open;
  const unit = version.blocks.get(unitId);
  const found = unit?.parent || unit?.tag === 'library' ? await findBlock(r, draft, unitId) : null;
  if (!unit || !found) return null;
  return {
    course: {
      courseKey: course.key,
      title: version.title,
      language: version.language,
      isPublished: published !== null,
    },
    unit: factsOf(unit),
    hash: found.hash,
    edition: found.edition,
    state: publishStateOf(found.block, published),
    isStaffOnly: unit.effective.visible_to_staff_only,
    above: ancestorsOf(unit).map(factsOf),
    blocks: await readBlocks(powers, place, words, open, unit, found.block),
    clipboard: await findClipboard(r, place.reader.personId),
    undo: undo && (await readUndo(powers, course.key, undo)),
    giveBack: place.may('course.publish') ? stillGivesBack(giveBack, course) : null,
    selection: await findSelectionState(r, powers.versions, found.block),
    may: { edit: place.may('course.edit'), publish: place.may('course.publish') && course.kind === 'course' },
  };
}

/** What the unit holds; a problem that stands straight in a subsection is its own only part. */
async function readBlocks(
  powers: Powers,
  place: CoursePlace,
  words: Words,
  { version }: OpenDraft,
  unit: Block,
  stored: StoredBlock,
): Promise<readonly BlockView[]> {
  const previewer = createPreviewer(powers);
  const writers = await readWriters(powers, place);
  const holdsBlocks = isContainer(unit.tag) || unit.children.length > 0;
  const parts = holdsBlocks
    ? unit.children.map((block, i) => ({ block, own: stored.children[i]! }))
    : [{ block: unit, own: stored }];
  const views: BlockView[] = [];
  for (const { block, own } of parts) {
    views.push({
      ...factsOf(block),
      hash: hashTree(own),
      preview: await previewer.show({ version, block, source: 'stored' }, words),
      isContainer: isContainer(block.tag) || block.children.length > 0,
      writers: writers.get(block.id) ?? [],
      selection: await findSelectionState(powers.database.read('provide'), powers.versions, own),
    });
  }
  return views;
}

/** Who else is writing, by the blocks that they write in. */
export async function readWriters(
  { database }: Powers,
  { course, reader }: CoursePlace,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const r = database.read('provide');
  const others = (await listWriters(r, course.key)).filter(({ personId }) => personId !== reader.personId);
  const people = await listPeople(r, [...new Set(others.map(({ personId }) => personId))]);
  const names = new Map<string, string[]>();
  for (const { blockId, personId } of others) {
    const name = people.get(personId)?.name;
    if (name) names.set(blockId, [...(names.get(blockId) ?? []), name]);
  }
  return names;
}

function factsOf({ id, tag, displayName }: Block) {
  return { id, tag, title: displayName };
}

function ancestorsOf(block: Block): readonly Block[] {
  return block.parent?.parent ? [...ancestorsOf(block.parent), block.parent] : [];
}
