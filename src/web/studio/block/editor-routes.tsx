import { findFile } from '../../../domains/courses/index.ts';
import { problemTemplates } from '../../../domains/studio/index.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { readFields } from '../../request/read-form.ts';
import { urls } from '../../urls.ts';
import { openDraft } from '../parts/open-draft.ts';
import type { StudioRoutes } from '../studio-site.ts';
import { openEditor } from './editor-view.ts';
import { respondWithEditor, respondWithPreview } from './respond-editor.tsx';
import { keepWritten, saveWritten } from './save-block.ts';
import { showProgram } from './show-program.ts';
import { tryOut } from './try-out.tsx';
import { uploadPicture } from './upload-picture.ts';

const pattern = '/studio/courses/:courseKey/block/:blockId';

/** The editor of a block: a text with what learners will see of it beside it. */
export const editorRoutes: StudioRoutes = (studio, powers) => {
  studio.get(pattern, 'course.edit', async (c, place) => {
    const open = await openEditor(powers, place, c.req.param('blockId'), c.req.query('as'));
    if (!open) return respondNotFound(c);
    const template = problemTemplates.find(({ key }) => key === c.req.query('template'));
    const view = template ? { ...open.view, text: template.text } : open.view;
    return respondWithEditor(c, powers, { ...open, view }, {});
  });

  studio.post(pattern, 'course.edit', async (c, place) => {
    const tooMany = await refuseTooMany(c, powers, { what: 'edit', who: place.reader.personId });
    if (tooMany) return tooMany;
    const form = await readFields(c);
    const open = await openEditor(powers, place, c.req.param('blockId'), form.get('as') ?? undefined);
    if (!open) return respondNotFound(c);
    return saveWritten(c, powers, place, open, form);
  });

  studio.post(`${pattern}/autosave`, 'course.edit', async (c, place) => {
    const tooMany = await refuseTooMany(c, powers, { what: 'edit', who: place.reader.personId });
    if (tooMany) return tooMany;
    const form = await readFields(c);
    const open = await openEditor(powers, place, c.req.param('blockId'), form.get('as') ?? undefined);
    if (!open) return respondNotFound(c);
    const kept = await keepWritten(powers, place, open, form);
    if (!kept) return c.text('', 413);
    return respondWithPreview(c, powers, place, open.view);
  });

  studio.get('/studio/courses/:courseKey/static/:name{.+}', 'course.see', async (c, place) => {
    const { version } = await openDraft(powers, place);
    const file = findFile(version.files, c.req.param('name'));
    return file ? c.redirect(urls.asset(file.hash, file.name), 302) : respondNotFound(c);
  });

  studio.post(`${pattern}/picture/upload`, 'course.edit', async (c, place) => {
    const tooMany = await refuseTooMany(c, powers, { what: 'form', who: place.reader.personId });
    if (tooMany) return tooMany;
    const open = await openEditor(powers, place, c.req.param('blockId'), 'html');
    return open?.view.kind === 'html' ? uploadPicture(c, powers, place, open.view) : respondNotFound(c);
  });

  studio.get(`${pattern}/frame`, 'course.see', (c, place) => showProgram(c, powers, place));
  studio.post(`${pattern}/try`, 'course.see', (c, place) => tryOut(c, powers, place));
};
