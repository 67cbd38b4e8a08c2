export { endCourseRole, findCourseRole, giveCourseRole } from './course-staff.ts';
export { countEnrolled, enrol, enrolmentChanged, findEnrolment, leave, listEnrolments } from './enrol.ts';
export {
  type CourseRole,
  type Enrolment,
  type EnrolmentRefusal,
  type EnrolmentTerms,
  findClosure,
} from './enrolment.ts';
export { holdings } from './holdings.ts';
