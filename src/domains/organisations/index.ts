export { type AccentShades, accentTheme, contrast } from './accent.ts';
export {
  describeOrganisation,
  ensureOrganisation,
  findOrganisation,
  findOrganisationByHost,
  listOrganisations,
  organisationDescribed,
} from './ensure-organisation.ts';
export { askForHostName, confirmHostName } from './host-name.ts';
export type { OpenInvitation } from './invitation-store.ts';
export {
  findMemberInvitation,
  inviteMember,
  joinOrganisation,
  listInvitations,
  withdrawInvitation,
} from './invite-member.ts';
export type { OrganisationLetters } from './letters.ts';
export {
  changeRole,
  ensureMember,
  findMemberRole,
  handOver,
  listMembers,
  listMemberships,
  listOwned,
  type Member,
  type MemberChange,
  removeMember,
} from './members.ts';
export { decideOrganisation, openOrganisation } from './open-organisation.ts';
export {
  keyFromName,
  longestTexts,
  type Organisation,
  type OrganisationDescription,
  type OrganisationFault,
  organisationKinds,
} from './organisation.ts';
export {
  type Action,
  actions,
  type CourseAction,
  isCourseAction,
  type MemberRole,
  mayDo,
  memberRoles,
  type OrganisationAction,
  type Role,
  rolesThatMay,
} from './rights.ts';
