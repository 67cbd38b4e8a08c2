import { createHash } from 'node:crypto';
import { type Reading, runNamed, tables, type Writing } from '../../kernel/database/index.ts';
import { checkJson } from '../../kernel/holdings/index.ts';
import { holdings } from './holdings.ts';
import type { Manifest } from './manifest.ts';

export interface VersionRecord {
  readonly id: string;
  readonly courseKey: string;
  readonly number: number;
  readonly parentId: string | null;
  readonly rootHash: string;
  readonly manifest: Manifest;
}

/** That there is a version: who made it when, and what they say about it. */
export interface VersionNote {
  readonly versionId: string;
  readonly number: number;
  readonly parentId: string | null;
  /** A person's id; null for a command of the operator, or a person who was erased. */
  readonly author: string | null;
  readonly madeAt: Date;
  readonly message: string;
}

interface VersionRow {
  readonly id: string;
  readonly course: string;
  readonly number: number;
  readonly parent: string | null;
  readonly root: string;
  readonly body: Manifest;
}

const select = {
  name: 'course version',
  text: `select version.id, course, number, parent, root, body
    from course_version version join course_manifest manifest on manifest.hash = version.manifest where version.id = $1`,
};

const insertManifestOnce = {
  name: 'insert course manifest',
  text: 'insert into course_manifest (hash, body) values ($1, $2::jsonb) on conflict (hash) do nothing',
};

export async function selectVersion(r: Reading<'provide'>, id: string): Promise<VersionRecord | null> {
  const [row] = await runNamed<VersionRow>(r, select, [id]);
  if (!row) return null;
  return {
    id: row.id,
    courseKey: row.course,
    number: row.number,
    parentId: row.parent,
    rootHash: row.root,
    manifest: row.body,
  };
}

export async function selectLastNumber(r: Reading<'provide'>, courseKey: string): Promise<number> {
  const query = tables(r, holdings).selectFrom('course_version').where('course', '=', courseKey);
  const row = await query.select((e) => e.fn.max('number').as('last')).executeTakeFirst();
  return row?.last ?? 0;
}

export async function insertManifest(w: Writing<'provide'>, manifest: Manifest): Promise<string> {
  const body = checkJson('course_manifest.body', holdings.course_manifest.columns.body, manifest);
  const hash = createHash('sha256').update(body).digest('hex');
  await runNamed(w, insertManifestOnce, [hash, body]);
  return hash;
}

export async function insertVersion(
  w: Writing<'provide'>,
  version: Omit<VersionRecord, 'manifest'> & {
    readonly author: string | null;
    readonly message: string;
    readonly manifestHash: string;
  },
): Promise<void> {
  const { id, courseKey, number, parentId, author, message, rootHash, manifestHash } = version;
  const row = {
    id,
    course: courseKey,
    number,
    parent: parentId,
    author,
    message,
    root: rootHash,
    manifest: manifestHash,
  };
  await tables(w, holdings)
    .insertInto('course_version')
    .values({ ...row, made_at: w.now() })
    .execute();
}

/** Versions of a course by their numbers, the newest first. */
export async function selectVersions(
  r: Reading<'provide'>,
  courseKey: string,
  options: { readonly before: number; readonly limit: number },
): Promise<VersionNote[]> {
  const rows = await tables(r, holdings)
    .selectFrom('course_version')
    .select(['id', 'number', 'parent', 'author', 'made_at', 'message'])
    .where('course', '=', courseKey)
    .where('number', '<', options.before)
    .orderBy('number', 'desc')
    .limit(options.limit)
    .execute();
  return rows.map(({ id, number, parent, author, made_at, message }) => ({
    versionId: id,
    number,
    parentId: parent,
    author,
    madeAt: made_at,
    message,
  }));
}

/** The id of the version of that number, or null. */
export async function selectVersionId(
  r: Reading<'provide'>,
  courseKey: string,
  number: number,
): Promise<string | null> {
  const query = tables(r, holdings).selectFrom('course_version').select('id');
  const row = await query.where('course', '=', courseKey).where('number', '=', number).executeTakeFirst();
  return row?.id ?? null;
}
