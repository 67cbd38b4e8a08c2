import type { CourseVersion } from '../../courses/index.ts';

/** The dates of a course as a whole, by Open edX's names. */
export type CourseDates = Pick<CourseVersion['info'], 'start' | 'end' | 'enrollment_start' | 'enrollment_end'>;

/** Two dates of a course in the wrong order. */
export interface DateFault {
  readonly code: 'end-before-start' | 'enrolment-order';
  /** The one that is to be corrected. */
  readonly field: keyof CourseDates;
  readonly dates: readonly [string, string];
}

/** Which dates of a course stand in the wrong order: it ends, or enrolment closes, before it begins. */
export function findDateFaults({ start, end, enrollment_start, enrollment_end }: CourseDates): readonly DateFault[] {
  const faults: DateFault[] = [];
  if (start && end && start > end) faults.push({ code: 'end-before-start', field: 'end', dates: [start, end] });
  if (enrollment_start && enrollment_end && enrollment_start > enrollment_end)
    faults.push({ code: 'enrolment-order', field: 'enrollment_end', dates: [enrollment_start, enrollment_end] });
  if (enrollment_start && end && enrollment_start > end)
    faults.push({ code: 'enrolment-order', field: 'enrollment_start', dates: [enrollment_start, end] });
  return faults;
}
