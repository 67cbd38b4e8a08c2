import type { ComponentChildren } from 'preact';
import type { RequestRecord, RequestView } from '../../../domains/requests/index.ts';
import { useWords } from '../../i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { DueTag } from './due-tag.tsx';
import { AnswerActs, CarryOutActs, ClockActs, SortActs } from './request-acts.tsx';
import type { RequestPageView } from './request-page-view.ts';

/** A request: its clock, what happened, and what can be done about it. */
export function RequestPage({ view }: { readonly view: RequestPageView }) {
  return (
    <>
      <Facts view={view} />
      <Conversation request={view.request} />
      <AnswerActs view={view} />
      <CarryOutActs view={view} />
      <SortActs view={view} />
    </>
  );
}

function Facts({ view }: { readonly view: RequestPageView }) {
  const { t, calendarDay, instant } = useWords();
  const { request, today } = view;
  return (
    <section class="panel" aria-labelledby="clock">
      <h2 id="clock" class="row row-apart">
        {request.due_on ? t('privacy.dueOn', { day: calendarDay(request.due_on) }) : t('privacy.clockStands')}
        <DueTag request={request} today={today} />
      </h2>
      <dl class="facts facts-columns">
        <Fact what={t('privacy.received')}>{instant(request.received_at)}</Fact>
        <Fact what={t('privacy.cameBy')}>{t(`privacy.cameBy.${request.came_by}`)}</Fact>
        <Fact what={t('signUp.email')}>{request.email ?? t('privacy.erasedPerson')}</Fact>
        <Fact what={t('privacy.account')}>{t(request.person_id ? 'privacy.hasAccount' : 'privacy.noAccount')}</Fact>
        <Fact what={t('privacy.identity')}>
          {request.identity_shown_at
            ? t('privacy.identityShown', { when: instant(request.identity_shown_at) })
            : t(request.identity_asked_on ? 'privacy.identityAsked' : 'privacy.identityOpen')}
        </Fact>
        <Fact what={t('privacy.reference')}>
          <code>{request.reference}</code>
        </Fact>
        {request.paused_days > 0 ? (
          <Fact what={t('privacy.stood')}>{t('privacy.days', { days: request.paused_days })}</Fact>
        ) : null}
      </dl>
      {request.came_by === 'mail' && !request.identity_shown_at ? (
        <Notice tone="warn">
          <p>{t('privacy.mailIsNoProof')}</p>
        </Notice>
      ) : null}
      <ClockActs view={view} />
    </section>
  );
}

function Fact({ what, children }: { readonly what: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Conversation({ request }: { readonly request: RequestView }) {
  const { t } = useWords();
  return (
    <section class="stack" aria-labelledby="records">
      <h2 id="records">{t('privacy.records')}</h2>
      {request.records.length === 0 ? <p class="soft">{t('privacy.noRecords')}</p> : null}
      <ol class="records">
        {request.records.map((record) => (
          <Record key={record.id} record={record} request={request} />
        ))}
      </ol>
    </section>
  );
}

function Record({ record, request }: { readonly record: RequestRecord; readonly request: RequestView }) {
  const { t, instant } = useWords();
  const { kind, sender, subject, body, made_at } = record;
  const isFromElse = kind === 'letter-in' && sender !== request.email;
  return (
    <li class={body === null && subject === null ? 'record record-step' : `record record-${kind}`}>
      <p class="soft small">
        <strong>{t(`privacy.record.${kind}`)}</strong> ·{' '}
        <time dateTime={made_at.toISOString()}>{instant(made_at)}</time>
        {sender ? ` · ${sender}` : null}
      </p>
      {isFromElse ? (
        <p>
          <span class="tag tag-warn">{t('privacy.otherSender')}</span>
        </p>
      ) : null}
      {subject ? (
        <p class="record-subject" dir="auto">
          {subject}
        </p>
      ) : null}
      {body ? (
        <p class="as-typed" dir="auto">
          {body}
        </p>
      ) : null}
    </li>
  );
}
