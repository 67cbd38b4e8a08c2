import { LRUCache } from 'lru-cache';
import type { Reading } from '../../kernel/database/index.ts';
import { type Block, type CourseKey, type CourseVersion, getPublishedVersion, getVersion } from '../courses/index.ts';
import { type Standing, standingOf } from '../policy/index.ts';
import { accessTo } from './access.ts';
import type { BlockState } from './block-state.ts';
import { completesBy } from './completable.ts';
import { type CourseReader, lockedReader, readerOf } from './enter-course.ts';
import { decidingProblems } from './locks.ts';
import type { OutlineUnit } from './outline.ts';
import type { LearningTools } from './tools.ts';
import { createUnitPageRows, type UnitPageKey, type UnitPageRow } from './unit-page-store.ts';

/** Who asks for the page. */
export interface UnitPagePerson {
  readonly personId: string;
  readonly sessionId: string;
  readonly seen_at: Date;
  readonly name: string;
  readonly language: string | null;
  readonly timeZone: string | null;
  readonly isOperator: boolean;
  readonly isRestricted: boolean;
  readonly objects: boolean;
  /** How they stand to the site's documents that hold now. */
  readonly standing: Standing;
  /** Whether they said yes to what they do being tied to them, in its order. */
  readonly hasConsented: boolean;
}

/** A unit that is open to its reader, with how far they are. */
export interface OpenUnit {
  readonly person: UnitPagePerson;
  readonly reader: CourseReader;
  readonly unit: OutlineUnit;
  /** By block id; blocks without a state are missing. */
  readonly states: Readonly<Record<string, BlockState>>;
  /** Ids of all blocks of the course that the reader is done with. */
  readonly completed: readonly string[];
  readonly isBookmarked: boolean;
  /** The reader was elsewhere in the course before this page. */
  readonly isNewPosition: boolean;
}

export type UnitAnswer =
  | { readonly type: 'open'; readonly page: OpenUnit }
  | { readonly type: 'signed-out' }
  | {
      readonly type: 'refused';
      readonly because: 'no-such-course' | 'not-enrolled' | 'no-such-unit' | 'closed';
      readonly person: UnitPagePerson;
      /** When it opens, if it is closed until then. */
      readonly opens: Date | null;
    };

/** Opens units: one statement a page, shared by the pages that are asked for at the same time. */
export interface UnitPages {
  open(asked: {
    readonly tokenHash: Buffer;
    readonly courseKey: CourseKey;
    readonly unitId: string;
    /** As `versionsAt` gives them. */
    readonly documents: string;
  }): Promise<UnitAnswer>;
}

const most_heads = 5_000;

/** Remembers which version each course had last; the statement itself says when that is another by now. */
export function createUnitPages(r: Reading<'provide'>, tools: LearningTools): UnitPages {
  const rowFor = createUnitPageRows(r);
  const heads = new LRUCache<CourseKey, string>({ max: most_heads });

  async function headOf(courseKey: CourseKey): Promise<CourseVersion | null> {
    const known = heads.get(courseKey);
    if (known) return tools.versions.find(known) ?? getVersion(r, tools.versions, known);
    const version = await getPublishedVersion(r, tools.versions, courseKey);
    if (version) heads.set(courseKey, version.versionId);
    return version;
  }

  return {
    async open({ unitId, ...asked }) {
      let version = await headOf(asked.courseKey);
      const key: UnitPageKey = { ...asked, unitId, stateful: statefulFor(version, unitId) };
      let row = await rowFor(key);
      if (!row) return { type: 'signed-out' };
      if (row.version_id !== null && row.version_id !== version?.versionId) {
        version = await getVersion(r, tools.versions, row.version_id);
        heads.set(asked.courseKey, row.version_id);
        row = (await rowFor({ ...key, stateful: statefulFor(version, unitId) })) ?? row;
      }
      return answer(r, tools, version, unitId, row);
    },
  };
}

async function answer(
  r: Reading<'provide'>,
  tools: LearningTools,
  version: CourseVersion | null,
  unitId: string,
  row: UnitPageRow,
): Promise<UnitAnswer> {
  const now = r.now();
  const person = personOf(row);
  const refused = (because: 'no-such-course' | 'not-enrolled' | 'no-such-unit' | 'closed', opens: Date | null = null) =>
    ({ type: 'refused', because, person, opens }) as const;
  if (!version || row.version_id === null) return refused('no-such-course');
  const isEnrolled = row.is_enrolled === true;
  if (!isEnrolled && row.role === null) return refused('not-enrolled');
  const entered = readerOf(row.person_id, version, { isEnrolled, role: row.role }, now);
  const completed = row.completed === null ? [] : row.completed.split('\n');
  const deeds = { states: row.states ?? {}, completed: new Set(completed) };
  const reader = await lockedReader(r, tools, entered, deeds);
  const unit = reader.outline.unitsById.get(unitId);
  if (!unit) {
    const block = version.blocks.get(unitId);
    const access = block ? accessTo(version, block, reader, now) : null;
    return access?.type === 'closed' ? refused('closed', access.opens) : refused('no-such-unit');
  }
  const page = {
    person,
    reader,
    unit,
    states: row.states ?? {},
    completed,
    isBookmarked: row.is_bookmarked,
    isNewPosition: row.position !== unitId,
  };
  return { type: 'open', page };
}

function personOf(row: UnitPageRow): UnitPagePerson {
  return {
    personId: row.person_id,
    sessionId: row.session_id,
    seen_at: row.seen_at,
    name: row.name,
    language: row.language,
    timeZone: row.time_zone,
    isOperator: row.is_operator,
    isRestricted: row.is_restricted,
    objects: row.objects,
    standing: standingOf(row.answers),
    hasConsented: row.has_consented,
  };
}

const statefulOf = new WeakMap<Block, readonly string[]>();

/** Of the unit those blocks that may have a state, and of the course those that decide what is open: the same statement reads both. */
function statefulFor(version: CourseVersion | null, unitId: string): readonly string[] {
  if (!version) return [];
  const ofUnit = statefulIn(version.blocks.get(unitId));
  const deciding = decidingProblems(version);
  return deciding.length === 0 ? ofUnit : [...new Set([...ofUnit, ...deciding])];
}

/** Problems and videos: the blocks that may have a state. */
function statefulIn(unit: Block | undefined): readonly string[] {
  if (!unit) return [];
  let ids = statefulOf.get(unit);
  if (!ids) {
    ids = blocksIn(unit)
      .filter((block) => completesBy(block) !== 'sight')
      .map(({ id }) => id);
    statefulOf.set(unit, ids);
  }
  return ids;
}

function blocksIn(block: Block): readonly Block[] {
  return [block, ...block.children.flatMap(blocksIn)];
}
