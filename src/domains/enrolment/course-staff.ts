import type { Reading, Writing } from '../../kernel/database/index.ts';
import type { CourseRole } from './enrolment.ts';
import { deleteRole, selectRole, upsertRole } from './enrolment-store.ts';

/** Gives a person a role in a course, in place of the one they had. */
export function giveCourseRole(
  w: Writing<'provide'>,
  personId: string,
  courseKey: string,
  role: CourseRole,
): Promise<void> {
  return upsertRole(w, personId, courseKey, role);
}

/** Takes the person's role in the course. */
export function endCourseRole(w: Writing<'provide'>, personId: string, courseKey: string): Promise<void> {
  return deleteRole(w, personId, courseKey);
}

/** The person's role in the course, or null. */
export function findCourseRole(r: Reading<'provide'>, personId: string, courseKey: string): Promise<CourseRole | null> {
  return selectRole(r, personId, courseKey);
}
