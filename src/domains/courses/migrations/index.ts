import { courses } from './0001-courses.ts';
import { byOrganisation } from './0002-by-organisation.ts';

/** The steps of courses, in order. */
export const migrations = [courses, byOrganisation];
