/**
 * Who may do what: one table, read by every page of the studio, by its tests, and shown to members as it stands here.
 * What is not in it nobody may do.
 */

/** The roles of an organisation's members. */
export const memberRoles = [
  'owner',
  'administrator',
  'author',
  'teacher',
  'assistant',
  'analyst',
  'translator',
] as const;

/** What a member is in an organisation: it holds for all of its courses. */
export type MemberRole = (typeof memberRoles)[number];

/** Beside the members' roles, `staff`: who is on the team of one course, and of that course only. */
export type Role = MemberRole | 'staff';

const all = [...memberRoles, 'staff'] as const satisfies readonly Role[];
const lead = ['owner', 'administrator'] as const satisfies readonly Role[];
const build = [...lead, 'author'] as const satisfies readonly Role[];
const teach = [...lead, 'teacher', 'staff'] as const satisfies readonly Role[];

/** What may be done in an organisation's own place, and by whom. */
const ofOrganisations = {
  'organisation.see': memberRoles,
  'organisation.describe': lead,
  'organisation.address': lead,
  'members.see': memberRoles,
  'members.change': lead,
  'owners.change': ['owner'],
  'course.create': build,
  'course.import': build,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** What may be done with a course, and by whom. */
const ofCourses = {
  'course.see': all,
  'course.edit': [...build, 'staff'],
  'course.translate': [...build, 'translator', 'staff'],
  'course.publish': [...build, 'staff'],
  'course.settings': [...build, 'staff'],
  'course.export': [...build, 'staff'],
  'course.team': lead,
  'course.learners': [...teach, 'assistant'],
  'course.grade': [...teach, 'assistant'],
  'course.moderate': [...teach, 'assistant'],
  'course.figures': [...teach, 'author', 'analyst'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** Something that is done in an organisation as a whole. */
export type OrganisationAction = keyof typeof ofOrganisations;

/** Something that is done with one course. */
export type CourseAction = keyof typeof ofCourses;

/** Something that a right is needed for. */
export type Action = OrganisationAction | CourseAction;

const rights: Readonly<Record<Action, readonly Role[]>> = { ...ofOrganisations, ...ofCourses };

/** All actions, in the order in which they are shown. */
export const actions = Object.keys(rights) as readonly Action[];

/** Whether the action is done with one course. */
export function isCourseAction(action: Action): action is CourseAction {
  return action in ofCourses;
}

/** Whether a role may do it. */
export function mayDo(role: Role, action: Action): boolean {
  return rights[action].includes(role);
}

/** The roles that may do it, strongest first. */
export function rolesThatMay(action: Action): readonly Role[] {
  return all.filter((role) => mayDo(role, action));
}
