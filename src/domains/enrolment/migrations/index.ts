import { enrolments } from './0001-enrolments.ts';

/** The steps of enrolment, in order. */
export const migrations = [enrolments];
