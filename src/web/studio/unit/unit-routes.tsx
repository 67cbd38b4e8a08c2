import { respondNotFound } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { readUndoMark } from '../outline/outline-view.ts';
import { readGiveBackMark } from '../parts/give-back.ts';
import type { StudioRoutes } from '../studio-site.ts';
import { UnitPage } from './unit-page.tsx';
import { readUnitView } from './unit-view.ts';

/** A unit of a draft: what learners will see, part by part. */
export const unitRoutes: StudioRoutes = (studio, powers) => {
  studio.get('/studio/courses/:courseKey/unit/:blockId', 'course.see', async (c, place) => {
    const undo = readUndoMark(c.req.query('undo'));
    const giveBack = readGiveBackMark(c.req.query('was'));
    const view = await readUnitView(powers, place, c.var.words, c.req.param('blockId'), { undo, giveBack });
    if (!view) return respondNotFound(c);
    const scripts = view.blocks.flatMap(({ preview }) => preview.scripts);
    return respondWithPage(c, {
      title: `${view.unit.title} · ${view.course.title}`,
      scripts: [...new Set(['swap-form', 'drag-blocks', ...scripts])],
      children: <UnitPage view={view} />,
    });
  });
};
