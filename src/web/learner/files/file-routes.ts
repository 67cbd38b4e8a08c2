import { findFile } from '../../../domains/courses/index.ts';
import { sendFile } from '../../assets/send-file.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import type { Routes } from '../../request/site-context.ts';
import { enter } from '../course/enter.tsx';

/** Files that their author locked: only for those who may see the course, so at an address that asks who reads. */
export const fileRoutes: Routes = (site, powers) => {
  site.get('/learn/:courseKey/file/:name{.+}', async (c) => {
    const reader = await enter(c, powers);
    if (reader instanceof Response) return reader;
    const file = findFile(reader.version.files, c.req.param('name'));
    if (!file) return respondNotFound(c);
    const response = await sendFile(c, powers, file, file.name);
    response.headers.set('cache-control', 'private, max-age=600');
    response.headers.delete('access-control-allow-origin');
    return response;
  });
};
