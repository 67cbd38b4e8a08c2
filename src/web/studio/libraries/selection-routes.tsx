import { findCourse } from '../../../domains/courses/index.ts';
import { compareBlocks, findBlock, findSelectionState, takeLibrary } from '../../../domains/studio/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound, respondWithNews } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import type { SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { refusalWords } from '../parts/edit-words.ts';
import { openDraft } from '../parts/open-draft.ts';
import { maySee } from '../require-right.tsx';
import type { CoursePlace, StudioRoutes } from '../studio-site.ts';
import { type SelectionChange, SelectionPage } from './selection-page.tsx';

const pattern = '/studio/courses/:courseKey/block/:blockId/library';
const most_shown = 50;

/** A random selection and its library: what has changed there, and taking it. */
export const selectionRoutes: StudioRoutes = (studio, powers) => {
  studio.get(pattern, 'course.edit', async (c, place) => {
    const open = await openDraft(powers, place);
    const block = open.version.blocks.get(c.req.param('blockId'));
    const r = powers.database.read('provide');
    const found = block && (await findBlock(r, open.draft, block.id));
    const state = found && (await findSelectionState(r, powers.versions, found.block));
    if (!state || !(await maySee(powers, place.reader, state.libraryKey))) return respondNotFound(c);
    const shown: SelectionChange[] = [];
    for (const difference of state.differences.slice(0, most_shown)) {
      shown.push({ ...difference, ...(await compareBlocks(r, difference)) });
    }
    const { courseKey, title, language } = open.version;
    const course = { courseKey, title, language, isPublished: open.published !== null };
    return respondWithPage(c, {
      title: c.var.words.t('library.changes', { title: block!.displayName }),
      children: <SelectionPage view={{ course, block: { id: block!.id, title: block!.displayName }, state, shown }} />,
    });
  });

  studio.post(pattern, 'course.edit', async (c, place) => {
    const tooMany = await refuseTooMany(c, powers, { what: 'edit', who: place.reader.personId });
    return tooMany ?? take(c, powers, place);
  });
};

async function take(c: SiteContext, powers: Powers, place: CoursePlace): Promise<Response> {
  const { words } = c.var;
  const blockId = c.req.param('blockId') ?? '';
  const result = await takeFromLibrary(powers, place, blockId, words.t('library.took'));
  const back = urls.studioUnit(place.course.key, blockId);
  if (result === null) return respondNotFound(c);
  if (result.type === 'edited') return c.redirect(back, 303);
  return respondWithNews(c, { title: words.t('author.notDone'), text: refusalWords(result, words) }, 409);
}

/** Takes a library's newest version where the author may see the library; null where they may not. */
export async function takeFromLibrary(powers: Powers, place: CoursePlace, blockId: string, message: string) {
  const { database, versions } = powers;
  const r = database.read('provide');
  const course = (await findCourse(r, place.course.key)) ?? place.course;
  const { draft } = await openDraft(powers, { course });
  const found = await findBlock(r, draft, blockId);
  const state = found && (await findSelectionState(r, versions, found.block));
  if (!state || !(await maySee(powers, place.reader, state.libraryKey))) return null;
  const edit = { courseKey: course.key, author: place.reader.personId, message };
  return database.write('provide', (w) => takeLibrary(w, versions, edit, blockId));
}
