import { type Reading, runNamed, tables, type Writing } from '../../kernel/database/index.ts';
import type { KeyParts } from './course-key.ts';
import { holdings } from './holdings.ts';

/** A course or library as the list of courses has it. */
export interface CourseRecord extends KeyParts {
  readonly key: string;
  /** Whether the catalogue shows it, once it is published. */
  readonly isListed: boolean;
  readonly draftVersion: string | null;
  readonly publishedVersion: string | null;
  /** What is no draft: the version last published, or the main part of the archive last imported. */
  readonly baseVersion: string | null;
}

type Head = 'draft_version' | 'published_version' | 'base_version';

const columns = [
  'key',
  'kind',
  'org',
  'number',
  'run',
  'is_listed',
  'draft_version',
  'published_version',
  'base_version',
] as const;

const selectHeads = {
  name: 'course heads',
  text: 'select draft_version, published_version from course where key = $1',
};

/** Only the heads: the one statement that a learner's page needs for its course. */
export async function selectCourseHeads(r: Reading<'provide'>, key: string) {
  const [row] = await runNamed<{ draft_version: string | null; published_version: string | null }>(r, selectHeads, [
    key,
  ]);
  return row ?? null;
}

export async function selectCourse(r: Reading<'provide'>, key: string): Promise<CourseRecord | null> {
  const row = await tables(r, holdings).selectFrom('course').select(columns).where('key', '=', key).executeTakeFirst();
  return row ? toRecord(row) : null;
}

/** A key that differs from this one in capital letters only. */
export async function selectNearKey(r: Reading<'provide'>, key: string): Promise<string | null> {
  const rows = tables(r, holdings).selectFrom('course').select('key');
  const row = await rows.where((e) => e(e.fn('lower', ['key']), '=', key.toLowerCase())).executeTakeFirst();
  return row?.key ?? null;
}

export async function lockCourse(w: Writing<'provide'>, key: string): Promise<CourseRecord | null> {
  const query = tables(w, holdings).selectFrom('course').select(columns).where('key', '=', key).forUpdate();
  const row = await query.executeTakeFirst();
  return row ? toRecord(row) : null;
}

export async function selectCourses(
  r: Reading<'provide'>,
  options: {
    readonly kind: KeyParts['kind'];
    readonly published: boolean;
    readonly limit: number;
    readonly after: string;
    readonly org: string | null;
  },
): Promise<CourseRecord[]> {
  let query = tables(r, holdings).selectFrom('course').select(columns).orderBy('key').limit(options.limit);
  query = query.where('key', '>', options.after).where('kind', '=', options.kind);
  if (options.org !== null) {
    const org = options.org.toLowerCase();
    query = query.where((e) => e(e.fn<string>('lower', ['org']), '=', org));
  }
  if (options.published) query = query.where('published_version', 'is not', null).where('is_listed', '=', true);
  return (await query.execute()).map(toRecord);
}

/** Says no when the key, or one that differs in capital letters only, is there. */
export async function insertCourse(w: Writing<'provide'>, key: string, parts: KeyParts): Promise<boolean> {
  const values = { key, ...parts, is_listed: true, created_at: w.now() };
  const insert = tables(w, holdings).insertInto('course').values(values);
  const { numInsertedOrUpdatedRows } = await insert.onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function updateHeads(
  w: Writing<'provide'>,
  key: string,
  heads: Partial<Record<Head, string>>,
): Promise<void> {
  await tables(w, holdings).updateTable('course').set(heads).where('key', '=', key).execute();
}

function toRecord(row: {
  key: string;
  kind: string;
  org: string;
  number: string;
  run: string;
  is_listed: boolean;
  draft_version: string | null;
  published_version: string | null;
  base_version: string | null;
}): CourseRecord {
  const { key, org, number, run } = row;
  return {
    key,
    org,
    number,
    run,
    kind: row.kind as KeyParts['kind'],
    isListed: row.is_listed,
    draftVersion: row.draft_version,
    publishedVersion: row.published_version,
    baseVersion: row.base_version,
  };
}
