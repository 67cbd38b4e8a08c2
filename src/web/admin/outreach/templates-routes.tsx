import { editTemplate, listTemplates, removeTemplate, type TemplateDesk } from '../../../domains/outreach/index.ts';
import type { MessageKey } from '../../i18n.ts';
import { backDone } from '../../request/back-done.ts';
import { readForm } from '../../request/read-form.ts';
import { isRowId } from '../../request/row-id.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import type { DeskPageProps } from '../desk-frame.tsx';
import { respondWithDesk } from './desk-frame.tsx';
import { Templates, type TypedTemplate } from './templates-page.tsx';

const nothing: TypedTemplate = { id: '', name: '', subject: '', body: '' };

/** The templates of a desk: where they are, what their places are called, and the desk's own frame. */
export interface TemplatesOf {
  readonly desk: TemplateDesk;
  readonly address: string;
  readonly removeAddress: string;
  readonly lead: MessageKey;
  readonly places: MessageKey;
  respond(c: SiteContext, props: DeskPageProps): Response;
}

/** Words for replies that are written again and again, at the desk for those who want to host. */
export const templatesRoutes: Routes = routesForTemplates({
  desk: 'hosting',
  address: urls.replyTemplates(),
  removeAddress: urls.removeReplyTemplate(),
  lead: 'templates.lead',
  places: 'templates.places',
  respond: (c, props) => respondWithDesk(c, { place: 'templates', ...props }),
});

/** The same pages for any desk. */
export function routesForTemplates(of: TemplatesOf): Routes {
  return (site, { database }) => {
    async function show(c: SiteContext, typed: TypedTemplate | null, errors: FieldErrors): Promise<Response> {
      const { t } = c.var.words;
      const templates = await listTemplates(database.read('contact'), of.desk);
      const chosen = typed ?? templates.find(({ id }) => id === c.req.query('edit')) ?? nothing;
      const at = { address: of.address, removeAddress: of.removeAddress, why: t(of.places) };
      const children = <Templates templates={templates} typed={chosen} errors={errors} at={at} />;
      return of.respond(c, { title: t('desk.place.templates'), lead: t(of.lead), errors, children });
    }

    site.get(of.address, (c) => show(c, null, {}));

    site.post(of.address, async (c) => {
      const typed = await readForm(c, ['id', 'name', 'subject', 'body'], 10_000);
      const id = isRowId(typed.id) ? typed.id : null;
      const result = await database.write('contact', (w) => editTemplate(w, of.desk, { ...typed, id }));
      if (result.type === 'stored') return backDone(c, of.address);
      const { t } = c.var.words;
      if (result.because === 'taken') return show(c, typed, { name: t('templates.taken') });
      const empty = (['name', 'subject', 'body'] as const).filter((name) => typed[name].trim() === '');
      return show(c, typed, Object.fromEntries(empty.map((name) => [name, t('desk.fault.empty')])));
    });

    site.post(of.removeAddress, async (c) => {
      const { id } = await readForm(c, ['id']);
      if (isRowId(id)) await database.write('contact', (w) => removeTemplate(w, id));
      return backDone(c, of.address);
    });
  };
}
