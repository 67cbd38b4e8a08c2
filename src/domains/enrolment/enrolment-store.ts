import { type NamedStatement, type Reading, runNamed, tables, type Writing } from '../../kernel/database/index.ts';
import type { CourseRole, Enrolment } from './enrolment.ts';
import { holdings } from './holdings.ts';

const columns = ['id', 'course_key', 'is_active', 'enrolled_at'] as const;

function fromRow(row: { id: string; course_key: string; is_active: boolean; enrolled_at: Date }): Enrolment {
  return { id: row.id, courseKey: row.course_key, isActive: row.is_active, enrolled_at: row.enrolled_at };
}

/** @returns the enrolment's id if this call made it active, null if it was: of two at once, one gets it */
export async function activate(w: Writing<'provide'>, personId: string, courseKey: string): Promise<string | null> {
  const now = w.now();
  const row = await tables(w, holdings)
    .insertInto('enrolment')
    .values({ id: w.newId(), person_id: personId, course_key: courseKey, is_active: true, enrolled_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'course_key'])
        .doUpdateSet({ is_active: true, enrolled_at: now })
        .where('enrolment.is_active', '=', false),
    )
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function deactivate(w: Writing<'provide'>, personId: string, courseKey: string): Promise<string | null> {
  const row = await tables(w, holdings)
    .updateTable('enrolment')
    .set({ is_active: false })
    .where('person_id', '=', personId)
    .where('course_key', '=', courseKey)
    .where('is_active', '=', true)
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function insertChange(
  w: Writing<'provide'>,
  enrolmentId: string,
  became: 'enrolled' | 'left',
): Promise<void> {
  await tables(w, holdings)
    .insertInto('enrolment_change')
    .values({ id: w.newId(), enrolment_id: enrolmentId, became, changed_at: w.now() })
    .execute();
}

export async function selectEnrolment(
  r: Reading<'provide'>,
  personId: string,
  courseKey: string,
): Promise<Enrolment | null> {
  const row = await tables(r, holdings)
    .selectFrom('enrolment')
    .select(columns)
    .where('person_id', '=', personId)
    .where('course_key', '=', courseKey)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function selectActiveEnrolments(
  r: Reading<'provide'>,
  personId: string,
  limit: number,
): Promise<Enrolment[]> {
  const rows = await tables(r, holdings)
    .selectFrom('enrolment')
    .select(columns)
    .where('person_id', '=', personId)
    .where('is_active', '=', true)
    .orderBy('enrolled_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

export async function countActive(r: Reading<'provide'>, courseKey: string): Promise<number> {
  const row = await tables(r, holdings)
    .selectFrom('enrolment')
    .select((e) => e.fn.countAll<string>().as('number'))
    .where('course_key', '=', courseKey)
    .where('is_active', '=', true)
    .executeTakeFirstOrThrow();
  return Number(row.number);
}

const lockStatement: NamedStatement = {
  name: 'enrolment lock places',
  text: "select pg_advisory_xact_lock(hashtext('mooc enrol'), hashtext($1))",
};

/** Until the end of the transaction nobody else takes a place in the course. */
export async function lockPlaces(w: Writing<'provide'>, courseKey: string): Promise<void> {
  await runNamed(w, lockStatement, [courseKey]);
}

export async function upsertRole(
  w: Writing<'provide'>,
  personId: string,
  courseKey: string,
  role: CourseRole,
): Promise<void> {
  await tables(w, holdings)
    .insertInto('course_staff')
    .values({ person_id: personId, course_key: courseKey, role, since: w.now() })
    .onConflict((conflict) => conflict.columns(['person_id', 'course_key']).doUpdateSet({ role, since: w.now() }))
    .execute();
}

export async function deleteRole(w: Writing<'provide'>, personId: string, courseKey: string): Promise<void> {
  await tables(w, holdings)
    .deleteFrom('course_staff')
    .where('person_id', '=', personId)
    .where('course_key', '=', courseKey)
    .execute();
}

export async function selectRole(
  r: Reading<'provide'>,
  personId: string,
  courseKey: string,
): Promise<CourseRole | null> {
  const row = await tables(r, holdings)
    .selectFrom('course_staff')
    .select('role')
    .where('person_id', '=', personId)
    .where('course_key', '=', courseKey)
    .executeTakeFirst();
  return (row?.role as CourseRole | undefined) ?? null;
}

export async function selectTeamCourses(r: Reading<'provide'>, personId: string, limit: number): Promise<string[]> {
  const rows = await tables(r, holdings)
    .selectFrom('course_staff')
    .select('course_key')
    .where('person_id', '=', personId)
    .where('role', '=', 'staff')
    .orderBy('since', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ course_key }) => course_key);
}

/** The course's own team, longest there first. */
export async function selectTeam(
  r: Reading<'provide'>,
  courseKey: string,
  limit: number,
): Promise<{ personId: string; role: CourseRole; since: Date }[]> {
  const rows = await tables(r, holdings)
    .selectFrom('course_staff')
    .select(['person_id', 'role', 'since'])
    .where('course_key', '=', courseKey)
    .orderBy('since')
    .limit(limit)
    .execute();
  return rows.map(({ person_id: personId, role, since }) => ({ personId, role: role as CourseRole, since }));
}
