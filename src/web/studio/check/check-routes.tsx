import { respondWithPage } from '../../layout/page.tsx';
import type { StudioRoutes } from '../studio-site.ts';
import { CheckPage } from './check-page.tsx';
import { readCheck } from './check-view.ts';

/** What a course has that keeps learners, or some of them, from a part of it. */
export const checkRoutes: StudioRoutes = (studio, powers) => {
  studio.get('/studio/courses/:courseKey/check', 'course.see', async (c, place) => {
    const { block, hash = '', back = '' } = c.req.query();
    const view = await readCheck(powers, place, block ? { block, hash, back } : null);
    const title = `${c.var.words.t('author.check.title')} · ${view.course.title}`;
    return respondWithPage(c, { title, children: <CheckPage view={view} /> });
  });
};
