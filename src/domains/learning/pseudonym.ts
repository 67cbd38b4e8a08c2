import { createHmac } from 'node:crypto';
import type { CourseKey } from '../courses/index.ts';

/** What authors' scripts see in the place of a person: the same throughout a course, another in the next one. */
export type PseudonymFor = (personId: string, courseKey: CourseKey) => Promise<string>;

/** Made with a key of the site's, so that nobody who knows a pseudonym and a person's id can join the two. */
export function createPseudonyms(siteKey: () => Promise<Buffer>): PseudonymFor {
  let key: Promise<Buffer> | null = null;
  return async (personId, courseKey) => {
    key ??= siteKey();
    // What failed may work the next time.
    key.catch(() => {
      key = null;
    });
    return createHmac('sha256', await key)
      .update(`${courseKey} ${personId}`)
      .digest('hex')
      .slice(0, 32);
  };
}
