import { courses } from './0001-courses.ts';

/** The steps of courses, in order. */
export const migrations = [courses];
