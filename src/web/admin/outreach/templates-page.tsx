import type { ReplyTemplate } from '../../../domains/outreach/index.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field, LongField } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';

/** A template as it is typed; without an id it is a new one. */
export type TypedTemplate = Readonly<Record<'id' | 'name' | 'subject' | 'body', string>>;

/** All templates, and a form for a new one or the one that is chosen. */
export function Templates({
  templates,
  typed,
  errors,
}: {
  readonly templates: readonly ReplyTemplate[];
  readonly typed: TypedTemplate;
  readonly errors: FieldErrors;
}) {
  const { t } = useWords();
  return (
    <>
      <ul class="desk-rows">
        {templates.map((template) => (
          <TemplateRow key={template.id} template={template} />
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

function TemplateRow({ template: { id, name, subject } }: { readonly template: ReplyTemplate }) {
  const { t } = useWords();
  return (
    <li>
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
  );
}
