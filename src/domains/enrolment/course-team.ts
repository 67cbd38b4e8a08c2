import type { Reading, Writing } from '../../kernel/database/index.ts';
import { listPeople } from '../identity/index.ts';
import { listMembers, mayDo } from '../organisations/index.ts';
import type { CourseRole } from './enrolment.ts';
import { deleteRole, lockPlaces, selectTeam } from './enrolment-store.ts';

const most_team = 500;

/** Somebody on a course's own team. */
export interface TeamMember {
  readonly personId: string;
  readonly handle: string;
  readonly name: string;
  readonly role: CourseRole;
  readonly since: Date;
}

/** A course's own team, longest there first. At most 500. */
export async function listTeam(r: Reading<'provide'>, courseKey: string): Promise<TeamMember[]> {
  const rows = await selectTeam(r, courseKey, most_team);
  const people = await listPeople(
    r,
    rows.map(({ personId }) => personId),
  );
  return rows.flatMap((row) => {
    const person = people.get(row.personId);
    return person ? [{ ...row, ...person }] : [];
  });
}

/**
 * Takes somebody off a course's own team, or says that nobody would be left who may work on it: its organisation has
 * nobody who leads, and they are the last of the staff.
 */
export async function leaveTeam(
  w: Writing<'provide'>,
  personId: string,
  at: { readonly courseKey: string; readonly organisationKey: string },
): Promise<{ readonly type: 'left' } | { readonly type: 'refused'; readonly because: 'last' }> {
  await lockPlaces(w, at.courseKey);
  const staff = (await selectTeam(w, at.courseKey, most_team)).filter(({ role }) => role === 'staff');
  const isLast = staff.length === 1 && staff[0]!.personId === personId;
  if (isLast && !(await isLed(w, at.organisationKey))) return { type: 'refused', because: 'last' };
  await deleteRole(w, personId, at.courseKey);
  return { type: 'left' };
}

async function isLed(r: Reading<'provide'>, organisationKey: string): Promise<boolean> {
  return (await listMembers(r, organisationKey)).some(({ role }) => mayDo(role, 'course.team'));
}
