import type { Reading } from '../../kernel/database/index.ts';
import type { CourseKey } from './course.ts';
import { type CourseRecord, selectCourse, selectCourses } from './course-store.ts';

/** The course or library with that key, or null. */
export function findCourse(r: Reading<'provide'>, key: CourseKey): Promise<CourseRecord | null> {
  return selectCourse(r, key);
}

/** Which courses a list shall hold. */
export interface CourseListing {
  /** Only those that are published and listed. */
  readonly published: boolean;
  /** How many at most; 100 unless said otherwise, 1,000 at the very most. */
  readonly limit?: number;
  /** Only keys behind this one: the last of the list before. */
  readonly after?: CourseKey;
  readonly kind?: 'course' | 'library';
  /** Only those of the organisation with this key, in whatever case. */
  readonly org?: string;
}

/** Courses in the order of their keys, a page at a time. */
export function listCourses(r: Reading<'provide'>, listing: CourseListing): Promise<CourseRecord[]> {
  const { published, limit = 100, after = '', kind = 'course', org = null } = listing;
  return selectCourses(r, { published, kind, after, org, limit: Math.min(Math.max(limit, 1), 1000) });
}
