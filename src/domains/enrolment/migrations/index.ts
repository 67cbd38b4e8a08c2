import { enrolments } from './0001-enrolments.ts';
import { waysIn } from './0002-ways-in.ts';

/** The steps of enrolment, in order. */
export const migrations = [enrolments, waysIn];
