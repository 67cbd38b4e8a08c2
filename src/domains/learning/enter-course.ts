import type { Reading } from '../../kernel/database/index.ts';
import {
  type Block,
  type BlockId,
  type CourseKey,
  type CourseVersion,
  getPublishedVersion,
  prerequisitesIn,
} from '../courses/index.ts';
import { findEnrolment, findReaderRole } from '../enrolment/index.ts';
import { accessTo, type ReaderStanding } from './access.ts';
import { selectStates } from './block-state-store.ts';
import { selectCompleted } from './completion-store.ts';
import { lockedOutline } from './locked-outline.ts';
import { type Deeds, decidingProblems, findLocks, type Locks, noLocks } from './locks.ts';
import { type Outline, type OutlineUnit, outlineFor } from './outline.ts';
import type { LearningTools } from './tools.ts';

/** A person inside a course that they take or work on. */
export interface CourseReader extends ReaderStanding {
  readonly personId: string;
  readonly courseKey: CourseKey;
  readonly version: CourseVersion;
  readonly outline: Outline;
  readonly isEnrolled: boolean;
  /** What is closed to them until they have passed something else: the outline leaves it out. */
  readonly locks: Locks;
}

export type EntryRefusal = { readonly type: 'refused'; readonly because: 'no-such-course' | 'not-enrolled' };

/** Lets in who is enrolled, who is on the course's team, as Open edX does, and who is a member of its organisation. */
export async function enterCourse(
  r: Reading<'provide'>,
  tools: LearningTools,
  personId: string,
  courseKey: CourseKey,
): Promise<{ readonly type: 'entered'; readonly reader: CourseReader } | EntryRefusal> {
  const version = await getPublishedVersion(r, tools.versions, courseKey);
  if (!version) return { type: 'refused', because: 'no-such-course' };
  const [enrolment, role] = [await findEnrolment(r, personId, courseKey), await findReaderRole(r, personId, courseKey)];
  const isEnrolled = enrolment?.isActive === true;
  if (!isEnrolled && role === null) return { type: 'refused', because: 'not-enrolled' };
  const reader = readerOf(personId, version, { isEnrolled, role }, r.now());
  const deciding = decidingProblems(version);
  if (reader.isStaff || prerequisitesIn(version).size === 0) return { type: 'entered', reader };
  const states = await selectStates(r, { personId, courseKey }, deciding);
  const completed = new Set(await selectCompleted(r, personId, courseKey));
  return { type: 'entered', reader: await lockedReader(r, tools, reader, { states, completed }) };
}

export function readerOf(
  personId: string,
  version: CourseVersion,
  place: { readonly isEnrolled: boolean; readonly role: string | null },
  now: Date,
): CourseReader {
  const standing = { isStaff: place.role === 'staff', isBetaTester: place.role === 'beta' };
  const { courseKey } = version;
  return {
    ...standing,
    personId,
    courseKey,
    version,
    isEnrolled: place.isEnrolled,
    outline: outlineFor(version, standing, now),
    locks: noLocks,
  };
}

/** The reader with what their deeds leave closed. Staff pass, and so does everybody in a course without prerequisites. */
export async function lockedReader(
  r: Reading<'provide'>,
  tools: LearningTools,
  reader: CourseReader,
  deeds: Deeds,
): Promise<CourseReader> {
  if (reader.isStaff || prerequisitesIn(reader.version).size === 0) return reader;
  const locks = await findLocks(r, tools, reader, deeds);
  return { ...reader, locks, outline: lockedOutline(reader.outline, locks) };
}

/** A person at a block that is open to them. */
export interface BlockReader extends CourseReader {
  readonly block: Block;
  readonly unit: OutlineUnit;
}

/** The reader at a block, or null when there is no such block or it is closed to them. */
export function atBlock(reader: CourseReader, blockId: BlockId, now: Date): BlockReader | null {
  const block = reader.version.blocks.get(blockId);
  const unit = block && reader.outline.unitOf.get(blockId);
  if (!block || !unit || accessTo(reader.version, block, reader, now).type === 'closed') return null;
  return { ...reader, block, unit };
}
