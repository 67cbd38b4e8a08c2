import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { formatKey } from '../courses/index.ts';
import type { CourseCheck as ContentCheck } from '../studio/index.ts';
import { openSource } from './archive/open-source.ts';
import type { Sink } from './archive/source-files.ts';
import { checkModel } from './check-model.ts';
import { type CourseCounts, countCourse } from './count-course.ts';
import type { Finding } from './finding.ts';
import { readCourse } from './olx/read-course.ts';

/** What a course holds, and what is odd about it. */
export interface CourseCheck {
  readonly key: string;
  readonly title: string;
  readonly counts: CourseCounts;
  readonly findings: readonly Finding[];
  /** How many findings there were; the list ends after 2,000. */
  readonly findingsTotal: number;
  /** What learners would meet in it. */
  readonly check: ContentCheck;
}

/**
 * Reads a course from a folder or archive as an import would, and stores nothing at all.
 *
 * @throws OperatorError when there is no course, or it is too large, broken or hostile
 */
export async function checkCourse(path: string): Promise<CourseCheck> {
  const source = await openSource(path, nowhere);
  const reading = await readCourse(source, nowhere);
  const { model, findings } = reading;
  const { version, check } = await checkModel(model);
  return {
    key: formatKey(model.key),
    title: version.title,
    counts: countCourse(reading),
    findings: findings.list,
    findingsTotal: findings.total,
    check,
  };
}

/** A sink that looks at the bytes and keeps none. */
export const nowhere: Sink = {
  async put(bytes) {
    const hash = createHash('sha256');
    let size_bytes = 0;
    for await (const chunk of bytes instanceof Readable ? bytes : [bytes]) {
      hash.update(chunk as Uint8Array);
      size_bytes += (chunk as Uint8Array).length;
    }
    return { hash: hash.digest('hex'), size_bytes };
  },
};
