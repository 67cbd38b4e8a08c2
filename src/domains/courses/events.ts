import { topic } from '../../kernel/switchboard.ts';
import type { CourseKey } from './course.ts';

/** A version became what learners see. Told after the commit. */
export const coursePublished = topic<{ readonly courseKey: CourseKey; readonly versionId: string }>('course published');
