import {
  type Carried,
  type DeskInquiry,
  hostKinds,
  type InquiryForm,
  inquiryStates,
  plainForm,
  type ReplyTemplate,
} from '../../../domains/outreach/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field, LongField, SelectField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import { FromTemplates } from '../from-templates.tsx';

export interface InquiryView {
  readonly inquiry: DeskInquiry;
  readonly form: InquiryForm;
  readonly templates: readonly ReplyTemplate[];
  /** The words of the reply: of the chosen template, or as they came back. */
  readonly reply: { readonly subject: string; readonly body: string };
  readonly carried: Carried;
  readonly errors: FieldErrors;
}

/** One inquiry: what was sent, how far it is, and what can be done about it. */
export function Inquiry({ view }: { readonly view: InquiryView }) {
  return (
    <>
      <Facts view={view} />
      <Sort view={view} />
      <Reply view={view} />
      <Invite view={view} />
      <Records view={view} />
    </>
  );
}

function Facts({ view: { inquiry, form } }: { readonly view: InquiryView }) {
  const { t, instant, language } = useWords();
  const given = inquiry.answers as Readonly<Record<string, string | undefined>>;
  const region = new Intl.DisplayNames(language, { type: 'region' });
  const plain = plainForm(inquiry.email);
  return (
    <section class="panel">
      <p class="soft small">
        {form.audience} · {t('mySignUp.sentOn', { when: instant(inquiry.received_at) })}
      </p>
      {plain ? (
        <Notice tone="warn">
          <p>{t('desk.plainForm', { plain })}</p>
        </Notice>
      ) : null}
      {inquiry.undeliverable_at ? (
        <Notice tone="warn">
          <p>{t('desk.undeliverable', { when: instant(inquiry.undeliverable_at) })}</p>
        </Notice>
      ) : null}
      <dl class="facts">
        <div>
          <dt>{t('signUp.email')}</dt>
          <dd>{inquiry.email}</dd>
        </div>
        {inquiry.asked
          .filter(({ name }) => given[name])
          .map(({ name, label }) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd class="as-typed" dir="auto">
                {name === 'country' ? region.of(given[name]!) : given[name]}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function Sort({ view: { inquiry, errors } }: { readonly view: InquiryView }) {
  const { t } = useWords();
  return (
    <section class="panel">
      <h2>{t('desk.sort')}</h2>
      <form class="form" method="post" action={urls.sortInquiry(inquiry.id)}>
        <SelectField
          name="state"
          label={t('desk.state')}
          value={inquiry.state}
          options={inquiryStates.map((state) => ({ value: state, label: t(`desk.state.${state}`) }))}
          isRequired
        />
        <Field
          name="tags"
          label={t('desk.tags')}
          why={t('desk.tagsWhy')}
          value={inquiry.tags.join(', ')}
          maxLength={500}
        />
        <Button look="quiet" data-control="desk.sort">
          {t('desk.store')}
        </Button>
      </form>
      <form class="form" method="post" action={urls.noteInquiry(inquiry.id)} novalidate>
        <LongField name="note" label={t('desk.note')} why={t('desk.noteWhy')} error={errors.note} rows={3} isRequired />
        <Button look="quiet" data-control="desk.note">
          {t('desk.addNote')}
        </Button>
      </form>
    </section>
  );
}

function Reply({ view: { inquiry, templates, reply, errors } }: { readonly view: InquiryView }) {
  const { t } = useWords();
  return (
    <section class="panel" id="reply">
      <h2>{t('desk.reply')}</h2>
      <FromTemplates
        templates={templates}
        hrefOf={(id) => `${urls.deskInquiry(inquiry.id)}?template=${id}#reply`}
        control="desk.use-template"
      />
      <form class="form" method="post" action={urls.replyToInquiry(inquiry.id)} novalidate>
        <Field
          name="subject"
          label={t('desk.subject')}
          error={errors.subject}
          value={reply.subject}
          maxLength={200}
          isRequired
        />
        <LongField name="body" label={t('desk.words')} error={errors.body} value={reply.body} rows={8} isRequired />
        <Button data-control="desk.reply">{t('desk.send')}</Button>
      </form>
    </section>
  );
}

function Invite({ view: { inquiry, carried, errors } }: { readonly view: InquiryView }) {
  const { t, day } = useWords();
  return (
    <section class="panel">
      <h2>{t('desk.invite')}</h2>
      <p>{t('desk.inviteText')}</p>
      {inquiry.invitations.map(({ made_at, accepted_at }) => (
        <p class="soft" key={made_at.toISOString()}>
          {t('desk.invited', { day: day(made_at) })}{' '}
          {accepted_at ? <span class="tag tag-good">{t('desk.accepted', { day: day(accepted_at) })}</span> : null}
        </p>
      ))}
      <form class="form" method="post" action={urls.inviteToHost(inquiry.id)} novalidate>
        <Field
          name="organisation"
          label={t('invitation.organisation')}
          error={errors.organisation}
          value={carried.organisation}
          maxLength={200}
          isRequired
        />
        <SelectField
          name="kind"
          label={t('invitation.kind')}
          value={carried.kind}
          options={hostKinds.map((kind) => ({ value: kind, label: t(`hostKind.${kind}`) }))}
          isRequired
        />
        <Button data-control="desk.invite">{t('desk.inviteNow')}</Button>
      </form>
    </section>
  );
}

function Records({ view: { inquiry } }: { readonly view: InquiryView }) {
  const { t, instant } = useWords();
  return (
    <section class="stack">
      <h2>{t('desk.records')}</h2>
      {inquiry.records.length === 0 ? <p class="soft">{t('desk.noRecords')}</p> : null}
      {inquiry.records.map(({ id, kind, subject, body, made_at }) => (
        <article class="panel" key={id}>
          <p class="soft small">
            <span class="tag">{t(`desk.record.${kind}`)}</span> {instant(made_at)}
          </p>
          {subject ? <h3>{subject}</h3> : null}
          <p class="as-typed" dir="auto">
            {body}
          </p>
        </article>
      ))}
    </section>
  );
}
