import { editTemplate, listTemplates, type ReplyTemplate, removeTemplate } from '../../../domains/outreach/index.ts';
import type { Powers } from '../../../powers.ts';
import { useWords } from '../../i18n.ts';
import { readForm } from '../../request/read-form.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field, LongField } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';
import { backDone, respondWithDesk } from './desk-frame.tsx';
import { isRowId } from './row-id.ts';

type Typed = Readonly<Record<'id' | 'name' | 'subject' | 'body', string>>;
const nothing: Typed = { id: '', name: '', subject: '', body: '' };

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
  typed: Typed,
  errors: FieldErrors,
): Promise<Response> {
  const { t } = c.var.words;
  const templates = await listTemplates(database.read('contact'));
  const children = <Templates templates={templates} typed={typed} errors={errors} />;
  const title = t('desk.place.templates');
  return respondWithDesk(c, { place: 'templates', title, lead: t('templates.lead'), errors, children });
}

function Templates({
  templates,
  typed,
  errors,
}: {
  readonly templates: readonly ReplyTemplate[];
  readonly typed: Typed;
  readonly errors: FieldErrors;
}) {
  const { t } = useWords();
  return (
    <>
      <ul class="desk-rows">
        {templates.map(({ id, name, subject }) => (
          <li key={id}>
            <h2>
              <a href={`${urls.replyTemplates()}?edit=${id}#edit`} data-control="templates.edit">
                {name}
              </a>
            </h2>
            <form method="post" action={urls.removeReplyTemplate()}>
              <input type="hidden" name="id" value={id} />
              <Button look="link" aria-label={t('templates.removeNamed', { name })} data-control="templates.remove">
                {t('templates.remove')}
              </Button>
            </form>
            <p class="soft small">{subject}</p>
          </li>
        ))}
      </ul>
      <section class="panel" id="edit">
        <h2>{t(typed.id ? 'templates.change' : 'templates.new')}</h2>
        <form class="form" method="post" action={urls.replyTemplates()} novalidate>
          <input type="hidden" name="id" value={typed.id} />
          <Field
            name="name"
            label={t('templates.name')}
            value={typed.name}
            error={errors.name}
            maxLength={100}
            isRequired
          />
          <Field
            name="subject"
            label={t('desk.subject')}
            value={typed.subject}
            error={errors.subject}
            maxLength={200}
            isRequired
          />
          <LongField
            name="body"
            label={t('desk.words')}
            why={t('templates.places')}
            value={typed.body}
            error={errors.body}
            rows={8}
            isRequired
          />
          <div class="form-actions">
            <Button data-control="templates.store">{t('desk.store')}</Button>
            {typed.id ? (
              <ButtonLink href={urls.replyTemplates()} look="quiet" data-control="templates.new">
                {t('templates.new')}
              </ButtonLink>
            ) : null}
          </div>
        </form>
      </section>
    </>
  );
}
