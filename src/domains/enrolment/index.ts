export { endCourseRole, findCourseRole, findReaderRole, giveCourseRole, listTeamCourses } from './course-staff.ts';
export { countEnrolled, enrol, enrolmentChanged, findEnrolment, leave, listEnrolments } from './enrol.ts';
export {
  type Enrolment,
  type EnrolmentTerms,
  findClosure,
} from './enrolment.ts';
