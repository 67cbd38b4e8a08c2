import { findProgress, findResumeUnit } from '../../../domains/learning/index.ts';
import { respondWithPage } from '../../layout/page.tsx';
import type { Routes } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { enter } from '../course/enter.tsx';
import { OutlinePage } from './outline-page.tsx';

export const outlineRoutes: Routes = (site, powers) => {
  site.get('/learn/:courseKey', async (c) => {
    const reader = await enter(c, powers);
    if (reader instanceof Response) return reader;
    const r = powers.database.read('provide');
    const [progress, resume] = [await findProgress(r, reader), await findResumeUnit(r, reader)];
    const view = { reader, progress, resume, isNew: c.req.query('enrolled') !== undefined };
    return respondWithPage(c, { title: reader.version.title, children: <OutlinePage view={view} /> });
  });

  site.get('/learn/:courseKey/resume', async (c) => {
    const reader = await enter(c, powers);
    if (reader instanceof Response) return reader;
    const resume = await findResumeUnit(powers.database.read('provide'), reader);
    return c.redirect(resume ? urls.unit(reader.courseKey, resume.unit.id) : urls.outline(reader.courseKey), 303);
  });
};
