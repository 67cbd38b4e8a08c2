import type { ReplyTemplate } from '../../../domains/outreach/index.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field, LongField } from '../../ui/field.tsx';

/** A template as it is typed; without an id it is a new one. */
export type TypedTemplate = Readonly<Record<'id' | 'name' | 'subject' | 'body', string>>;

/** Where the templates of a desk are, and what its places are filled with. */
export interface TemplatesAt {
  readonly address: string;
  readonly removeAddress: string;
  readonly why: string;
}

/** All templates, and a form for a new one or the one that is chosen. */
export function Templates({
  templates,
  typed,
  errors,
  at,
}: {
  readonly templates: readonly ReplyTemplate[];
  readonly typed: TypedTemplate;
  readonly errors: FieldErrors;
  readonly at: TemplatesAt;
}) {
  const { t } = useWords();
  return (
    <>
      <ul class="desk-rows">
        {templates.map((template) => (
          <TemplateRow key={template.id} template={template} at={at} />
        ))}
      </ul>
      <section class="panel" id="edit">
        <h2>{t(typed.id ? 'templates.change' : 'templates.new')}</h2>
        <form class="form" method="post" action={at.address} novalidate>
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
            why={at.why}
            value={typed.body}
            error={errors.body}
            rows={8}
            isRequired
          />
          <div class="form-actions">
            <Button data-control="templates.store">{t('desk.store')}</Button>
            {typed.id ? (
              <ButtonLink href={at.address} look="quiet" data-control="templates.new">
                {t('templates.new')}
              </ButtonLink>
            ) : null}
          </div>
        </form>
      </section>
    </>
  );
}

function TemplateRow({ template, at }: { readonly template: ReplyTemplate; readonly at: TemplatesAt }) {
  const { t } = useWords();
  const { id, name, subject } = template;
  return (
    <li>
      <h2>
        <a href={`${at.address}?edit=${id}#edit`} data-control="templates.edit">
          {name}
        </a>
      </h2>
      <form method="post" action={at.removeAddress}>
        <input type="hidden" name="id" value={id} />
        <Button look="link" aria-label={t('templates.removeNamed', { name })} data-control="templates.remove">
          {t('templates.remove')}
        </Button>
      </form>
      <p class="soft small">{subject}</p>
    </li>
  );
}
