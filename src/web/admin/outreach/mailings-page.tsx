import {
  deliveryStates,
  type InquiryForm,
  longestMailing_chars,
  type Mailing,
  type MailingWording,
  markdownToHtml,
  markdownToText,
} from '../../../domains/outreach/index.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field, fieldId, LongField, SelectField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';

/** All mailings, and a form for a new one. */
export function Mailings({
  mailings,
  forms,
  typed,
  errors,
}: {
  readonly mailings: readonly Mailing[];
  readonly forms: readonly InquiryForm[];
  readonly typed: MailingWording;
  readonly errors: FieldErrors;
}) {
  const { t, day } = useWords();
  return (
    <>
      {mailings.length === 0 ? <EmptyState title={t('mailings.none')} text={t('mailings.noneText')} /> : null}
      <ul class="desk-rows">
        {mailings.map(({ id, subject, state, made_at, audience }) => (
          <li key={id}>
            <h2>
              <a href={urls.mailing(id)} data-control="mailings.open">
                {subject}
              </a>
            </h2>
            <span class={state === 'sent' ? 'tag tag-good' : 'tag'}>{t(`mailings.state.${state}`)}</span>
            <p class="soft small">
              {forms.find(({ key }) => key === audience)?.audience ?? t('mailings.everybody')} · {day(made_at)}
            </p>
          </li>
        ))}
      </ul>
      <section class="panel">
        <h2>{t('mailings.new')}</h2>
        <MailingForm action={urls.mailings()} forms={forms} typed={typed} errors={errors} />
      </section>
    </>
  );
}

function MailingForm({
  action,
  forms,
  typed,
  errors,
}: {
  readonly action: string;
  readonly forms: readonly InquiryForm[];
  readonly typed: MailingWording;
  readonly errors: FieldErrors;
}) {
  const { t } = useWords();
  return (
    <form class="form" method="post" action={action} novalidate>
      <SelectField
        name="audience"
        label={t('mailings.audience')}
        why={t('mailings.audienceWhy')}
        value={typed.audience ?? ''}
        options={[
          { value: '', label: t('mailings.everybody') },
          ...forms.map(({ key, audience }) => ({ value: key, label: audience })),
        ]}
        isRequired
      />
      <Field
        name="subject"
        label={t('desk.subject')}
        value={typed.subject}
        error={errors.subject}
        maxLength={150}
        isRequired
      />
      <LongField
        name="body"
        label={t('desk.words')}
        why={t('mailings.markdown')}
        value={typed.body}
        error={errors.body}
        rows={12}
        maxLength={longestMailing_chars}
        isRequired
      />
      <Button data-control="mailings.store">{t('desk.store')}</Button>
    </form>
  );
}

export interface MailingView {
  readonly mailing: Mailing & { readonly reaches: number; readonly copies: Readonly<Record<string, number>> };
  readonly forms: readonly InquiryForm[];
  readonly typed: MailingWording;
  readonly errors: FieldErrors;
  readonly origin: string;
  readonly canSend: boolean;
  /** The next full hour, as the field takes it. */
  readonly soon: string;
}

/** One mailing: its words while it is a draft, what it looks like, and how far it is. */
export function MailingPage({ view }: { readonly view: MailingView }) {
  const { t, number, instant } = useWords();
  const { mailing, forms, typed, errors, canSend } = view;
  const { id, state, due_at, copies, reaches } = mailing;
  const isDraft = state === 'draft';
  return (
    <>
      <p>
        <span class="tag">{t(`mailings.state.${state}`)}</span>{' '}
        {due_at ? t('mailings.due', { when: instant(due_at) }) : null}
      </p>
      {canSend ? null : (
        <Notice tone="warn">
          <p>{t('mailings.noServer')}</p>
        </Notice>
      )}
      {isDraft ? (
        <MailingForm action={urls.mailing(id)} forms={forms} typed={typed} errors={errors} />
      ) : (
        <Copies copies={copies} />
      )}
      <Preview view={view} />
      <section class="panel">
        <h2>{t('mailings.send')}</h2>
        {isDraft ? <p>{t('mailings.reaches', { count: number(reaches) })}</p> : null}
        {isDraft ? <SendForms view={view} /> : null}
        {state === 'scheduled' || state === 'sending' ? (
          <form method="post" action={urls.stopMailing(id)}>
            <p>{t(state === 'sending' ? 'mailings.stopText' : 'mailings.takeBackText')}</p>
            <Button look="danger" data-control="mailings.stop">
              {t(state === 'sending' ? 'mailings.stop' : 'mailings.takeBack')}
            </Button>
          </form>
        ) : null}
        <p>
          <ButtonLink href={urls.mailings()} look="quiet" isSmall data-control="mailings.back">
            {t('mailings.all')}
          </ButtonLink>
        </p>
      </section>
    </>
  );
}

function SendForms({ view: { mailing, errors, soon, canSend } }: { readonly view: MailingView }) {
  const { t } = useWords();
  return (
    <>
      {canSend ? (
        <form method="post" action={urls.testMailing(mailing.id)} id={fieldId('test')} tabIndex={-1}>
          <Button look="quiet" data-control="mailings.test">
            {t('mailings.test')}
          </Button>
        </form>
      ) : null}
      <form class="form" method="post" action={urls.scheduleMailing(mailing.id)} novalidate>
        <Field
          name="due"
          type="datetime-local"
          label={t('mailings.when')}
          why={t('desk.utc')}
          value={soon}
          error={errors.due}
          isRequired
        />
        <Button data-control="mailings.schedule">{t('mailings.schedule')}</Button>
      </form>
      <form method="post" action={urls.discardMailing(mailing.id)}>
        <Button look="danger" data-control="mailings.discard">
          {t('mailings.discard')}
        </Button>
      </form>
    </>
  );
}

function Preview({ view: { mailing, origin } }: { readonly view: MailingView }) {
  const { t } = useWords();
  return (
    <section class="stack">
      <h2>{t('mailings.preview')}</h2>
      {/* Markdown of operators, with all markup escaped. */}
      <div class="panel">
        <div class="prose" dangerouslySetInnerHTML={{ __html: markdownToHtml(mailing.body, origin) }} />
      </div>
      <details>
        <summary>{t('mailings.plain')}</summary>
        <p class="letter-text">{markdownToText(mailing.body, origin)}</p>
      </details>
    </section>
  );
}

function Copies({ copies }: { readonly copies: MailingView['mailing']['copies'] }) {
  const { t, number } = useWords();
  return (
    <table class="table">
      <tbody>
        {deliveryStates.map((state) => (
          <tr key={state}>
            <th scope="row">{t(`mailings.copy.${state}`)}</th>
            <td class="table-number">{number(copies[state] ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
