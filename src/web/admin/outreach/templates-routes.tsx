import { editTemplate, listTemplates, removeTemplate } from '../../../domains/outreach/index.ts';
import type { Powers } from '../../../powers.ts';
import { readForm } from '../../request/read-form.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { backDone, respondWithDesk } from './desk-frame.tsx';
import { isRowId } from './row-id.ts';
import { Templates, type TypedTemplate } from './templates-page.tsx';

const nothing: TypedTemplate = { id: '', name: '', subject: '', body: '' };

/** Words for replies that are written again and again. */
export const templatesRoutes: Routes = (site, powers) => {
  const { database } = powers;

  site.get(urls.replyTemplates(), async (c) => {
    const templates = await listTemplates(database.read('contact'));
    const chosen = templates.find(({ id }) => id === c.req.query('edit'));
    return showTemplates(c, powers, chosen ?? nothing, {});
  });

  site.post(urls.replyTemplates(), async (c) => {
    const typed = await readForm(c, ['id', 'name', 'subject', 'body'], 10_000);
    const id = isRowId(typed.id) ? typed.id : null;
    const result = await database.write('contact', (w) => editTemplate(w, { ...typed, id }));
    if (result.type === 'stored') return backDone(c, urls.replyTemplates());
    const { t } = c.var.words;
    if (result.because === 'taken') return showTemplates(c, powers, typed, { name: t('templates.taken') });
    const empty = (['name', 'subject', 'body'] as const).filter((name) => typed[name].trim() === '');
    const errors = Object.fromEntries(empty.map((name) => [name, t('desk.fault.empty')]));
    return showTemplates(c, powers, typed, errors);
  });

  site.post(urls.removeReplyTemplate(), async (c) => {
    const { id } = await readForm(c, ['id']);
    if (isRowId(id)) await database.write('contact', (w) => removeTemplate(w, id));
    return backDone(c, urls.replyTemplates());
  });
};

async function showTemplates(
  c: SiteContext,
  { database }: Powers,
  typed: TypedTemplate,
  errors: FieldErrors,
): Promise<Response> {
  const { t } = c.var.words;
  const templates = await listTemplates(database.read('contact'));
  const children = <Templates templates={templates} typed={typed} errors={errors} />;
  const title = t('desk.place.templates');
  return respondWithDesk(c, { place: 'templates', title, lead: t('templates.lead'), errors, children });
}
