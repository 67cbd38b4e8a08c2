import type { Writing } from '../../kernel/database/index.ts';
import { noteLookUp } from '../ledger/index.ts';
import { leave } from './enrol.ts';
import { type Learner, selectLearnerId, selectLearners } from './learners-store.ts';

const learners_aPage = 50;

/**
 * A page of who takes a course, by name, for its team; the look is noted in the ledger of each who is shown. 50 a page.
 * Whoever put their data to rest is in no list.
 */
export async function lookAtLearners(
  w: Writing<'provide'>,
  asked: { readonly courseKey: string; readonly text: string; readonly page: number },
  by: { readonly personId: string; readonly role: string },
): Promise<{ readonly learners: readonly Learner[]; readonly all: number; readonly pages: number }> {
  const { courseKey, text, page } = asked;
  const offset = (page - 1) * learners_aPage;
  const found = await selectLearners(w, { courseKey, text, limit: learners_aPage, offset });
  await noteLookUp(w, {
    personIds: found.learners.map(({ personId }) => personId),
    staffId: by.personId,
    role: by.role,
    purpose: 'course',
    fields: ['person.name', 'enrolment.enrolled_at'],
    count: 1,
  });
  return { ...found, pages: Math.max(1, Math.ceil(found.all / learners_aPage)) };
}

/** Takes a learner out of a course, by the word that stands for them on pages. Their work stays, should they come again. */
export async function unenrol(
  w: Writing<'provide'>,
  courseKey: string,
  handle: string,
): Promise<{ readonly type: 'left' } | { readonly type: 'refused'; readonly because: 'not-enrolled' }> {
  const personId = await selectLearnerId(w, courseKey, handle);
  return personId ? leave(w, personId, courseKey) : { type: 'refused', because: 'not-enrolled' };
}
