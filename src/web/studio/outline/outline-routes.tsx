import { respondWithPage } from '../../layout/page.tsx';
import { urls } from '../../urls.ts';
import { readGiveBackMark } from '../parts/give-back.ts';
import { openDraft } from '../parts/open-draft.ts';
import type { StudioRoutes } from '../studio-site.ts';
import { OutlinePage } from './outline-page.tsx';
import { readOutlineView, readUndoMark } from './outline-view.ts';

/** The outline of a course: its sections, subsections and units. */
export const outlineRoutes: StudioRoutes = (studio, powers) => {
  studio.get('/studio/courses/:courseKey', 'course.see', async (c, place) => {
    // A library has no sections: its problems stand in it as parts stand in a unit.
    if (place.course.kind === 'library') {
      const { version } = await openDraft(powers, place);
      return c.redirect(urls.studioUnit(version.courseKey, version.root.id), 303);
    }
    const at = c.req.query('at') ?? null;
    const near = c.req.query('near') ?? null;
    const undo = readUndoMark(c.req.query('undo'));
    const giveBack = readGiveBackMark(c.req.query('was'));
    const view = await readOutlineView(powers, place, { at, near, undo, giveBack });
    const title = c.var.words.t('author.outlineOf', { title: view.outline.title });
    return respondWithPage(c, {
      title,
      scripts: ['swap-form', 'outline', 'drag-blocks'],
      children: <OutlinePage view={view} />,
    });
  });
};
