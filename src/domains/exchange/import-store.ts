import { type Reading, runNamed, tables, type Writing } from '../../kernel/database/index.ts';
import { checkJson } from '../../kernel/holdings/index.ts';
import type { CourseImport, ImportProgress, ImportReport, ImportState } from './course-import.ts';
import { stateNow } from './course-import.ts';
import { holdings } from './holdings.ts';

const columns = [
  'id',
  'organisation',
  'file_name',
  'state',
  'step',
  'step_count',
  'course_key',
  'report',
  'reason',
  'made_at',
  'touched_at',
] as const;

interface Row {
  readonly id: string;
  readonly organisation: string;
  readonly file_name: string;
  readonly state: string;
  readonly step: string;
  readonly step_count: number;
  readonly course_key: string | null;
  readonly report: ImportReport | null;
  readonly reason: string | null;
  readonly made_at: Date;
  readonly touched_at: Date;
}

/** Makes those wait who would bring in a course of the organisation at the same moment. */
const lock = {
  name: 'lock imports of an organisation',
  text: "select pg_advisory_xact_lock(hashtext('mooc import'), hashtext($1))",
};

export async function lockImports(w: Writing<'provide'>, organisationKey: string): Promise<void> {
  await runNamed(w, lock, [organisationKey]);
}

export async function insertImport(
  w: Writing<'provide'>,
  given: { readonly organisationKey: string; readonly personId: string; readonly fileName: string },
): Promise<string> {
  const id = w.newId();
  const [made_at, touched_at] = [w.now(), w.now()];
  const { organisationKey: organisation, personId: person_id, fileName: file_name } = given;
  const begun = { state: 'waiting', step: 'files', step_count: 0 };
  await tables(w, holdings)
    .insertInto('course_import')
    .values({ id, organisation, person_id, file_name, ...begun, made_at, touched_at })
    .execute();
  return id;
}

export async function updateProgress(
  w: Writing<'provide'>,
  id: string,
  { step, count }: ImportProgress,
): Promise<void> {
  // Where it has ended meanwhile, this is old news.
  await tables(w, holdings)
    .updateTable('course_import')
    .set({ state: 'running', step, step_count: count, touched_at: w.now() })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .execute();
}

/** Says that they are not forgotten. */
export async function touchImports(w: Writing<'provide'>, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await change(w, ids, {});
}

export async function updateDone(
  w: Writing<'provide'>,
  id: string,
  courseKey: string,
  report: ImportReport,
): Promise<void> {
  const checked = checkJson('course_import.report', holdings.course_import.columns.report, report);
  await change(w, [id], { state: 'done', course_key: courseKey, report: checked as never });
}

export async function updateFailed(w: Writing<'provide'>, id: string, reason: string): Promise<void> {
  await change(w, [id], { state: 'failed', reason });
}

async function change(
  w: Writing<'provide'>,
  ids: readonly string[],
  values: Partial<Omit<Row, 'id' | 'organisation'>>,
): Promise<void> {
  await tables(w, holdings)
    .updateTable('course_import')
    .set({ ...values, touched_at: w.now() })
    .where('id', 'in', ids)
    .execute();
}

export async function selectImport(r: Reading<'provide'>, id: string): Promise<CourseImport | null> {
  const row = await tables(r, holdings)
    .selectFrom('course_import')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? fromRow(row, r.now()) : null;
}

export async function selectImports(r: Reading<'provide'>, key: string, limit: number): Promise<CourseImport[]> {
  const rows = await tables(r, holdings)
    .selectFrom('course_import')
    .select(columns)
    .where('organisation', '=', key)
    .orderBy('made_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => fromRow(row, r.now()));
}

function fromRow(row: Row, now: Date): CourseImport {
  return {
    id: row.id,
    organisationKey: row.organisation,
    fileName: row.file_name,
    state: stateNow(row.state as ImportState, row.touched_at, now),
    step: row.step as ImportProgress['step'],
    count: row.step_count,
    courseKey: row.course_key,
    report: row.report,
    reason: row.reason,
    made_at: row.made_at,
  };
}
