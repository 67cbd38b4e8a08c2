export type { EnrolmentCode } from './code-store.ts';
export { findCourseRole, findReaderRole, giveCourseRole, listTeamCourses } from './course-staff.ts';
export { leaveTeam, listTeam, type TeamMember } from './course-team.ts';
export {
  countEnrolled,
  enrol,
  enrolmentChanged,
  findEnrolment,
  leave,
  listEnrolments,
} from './enrol.ts';
export { codeLimits, enrolByCode, listCodes, makeCode, withdrawCode } from './enrol-by-code.ts';
export {
  type Enrolment,
  type EnrolmentClosure,
  type EnrolmentRefusal,
  type EnrolmentTerms,
  findClosure,
} from './enrolment.ts';
export type { CourseInvitation, InvitedAs } from './invitation-store.ts';
export {
  acceptInvitation,
  findCourseInvitation,
  type InvitedMany,
  invitationLimits,
  inviteToCourse,
  listCourseInvitations,
  withdrawCourseInvitation,
} from './invite.ts';
export { lookAtLearners, unenrol } from './learners.ts';
export type { Learner } from './learners-store.ts';
