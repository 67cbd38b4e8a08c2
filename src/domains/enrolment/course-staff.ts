import type { Reading, Writing } from '../../kernel/database/index.ts';
import { parseKey } from '../courses/index.ts';
import { findMemberRole } from '../organisations/index.ts';
import type { CourseRole } from './enrolment.ts';
import { selectRole, selectTeamCourses, upsertRole } from './enrolment-store.ts';

/** Gives a person a role in a course, in place of the one they had. */
export function giveCourseRole(
  w: Writing<'provide'>,
  personId: string,
  courseKey: string,
  role: CourseRole,
): Promise<void> {
  return upsertRole(w, personId, courseKey, role);
}

/** The person's role on the course's own team, or null. */
export function findCourseRole(r: Reading<'provide'>, personId: string, courseKey: string): Promise<CourseRole | null> {
  return selectRole(r, personId, courseKey);
}

const most_teamCourses = 100;

/** The courses on whose own teams a person is, latest first. At most 100. */
export function listTeamCourses(r: Reading<'provide'>, personId: string): Promise<string[]> {
  return selectTeamCourses(r, personId, most_teamCourses);
}

/** As what a person reads the course: members of its organisation read all of its courses as `staff`. Null for others. */
export async function findReaderRole(
  r: Reading<'provide'>,
  personId: string,
  courseKey: string,
): Promise<CourseRole | null> {
  const org = parseKey(courseKey)?.org;
  if (org && (await findMemberRole(r, personId, org))) return 'staff';
  return selectRole(r, personId, courseKey);
}
