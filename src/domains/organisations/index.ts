export {
  describeOrganisation,
  ensureOrganisation,
  findOrganisation,
  listOrganisations,
} from './ensure-organisation.ts';
export { findMemberRole } from './find-membership.ts';
export type { Organisation } from './organisation.ts';
export {
  type Action,
  type CourseAction,
  isCourseAction,
  mayDo,
  type OrganisationAction,
  type Role,
  rolesThatMay,
} from './rights.ts';
