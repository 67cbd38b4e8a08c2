import type { ComponentChildren } from 'preact';
import { approvals, type DisclosureView } from '../../../domains/gate/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import { DisclosureTag, isSilenceOver } from './disclosures-page.tsx';

export interface DisclosurePageView {
  readonly entry: DisclosureView;
  readonly operators: ReadonlyMap<string, string>;
  readonly readerId: string;
  readonly today: string;
  /** Why the last act could not be done. */
  readonly refusal: string | null;
}

/** One entry of the register: what it is about, its steps, and what can be done. */
export function Disclosure({ view }: { readonly view: DisclosurePageView }) {
  const { t } = useWords();
  const { entry, refusal } = view;
  return (
    <>
      <Refusal because={refusal} />
      <Facts entry={entry} />
      <Acts view={view} />
      <section class="stack" aria-labelledby="steps">
        <h2 id="steps">{t('privacy.records')}</h2>
        <Steps view={view} />
      </section>
    </>
  );
}

function Facts({ entry }: { readonly entry: DisclosureView }) {
  const { t, calendarDay, instant } = useWords();
  return (
    <section class="panel">
      <p>
        <DisclosureTag row={entry} />
      </p>
      <dl class="facts">
        <Fact what={t('disclosure.ground')}>{t(`disclosure.ground.${entry.ground as 'own-use'}`)}</Fact>
        <Fact what={t('disclosure.why')}>{entry.why}</Fact>
        {entry.recipient ? <Fact what={t('disclosure.recipient')}>{entry.recipient}</Fact> : null}
        {entry.document ? <Fact what={t('disclosure.document')}>{entry.document}</Fact> : null}
        {entry.fingerprint ? (
          <Fact what={t('disclosure.fingerprint')}>
            <code class="hash">{entry.fingerprint}</code>
          </Fact>
        ) : null}
        <Fact what={t('disclosure.fields')}>{entry.fields.join(', ')}</Fact>
        {entry.persons > 0 ? (
          <Fact what={t('disclosure.persons')}>{t('disclosure.personCount', { count: entry.persons })}</Fact>
        ) : null}
        {entry.persons > 0 ? (
          <Fact what={t('disclosure.notice')}>
            {entry.told_at ? t('disclosure.toldAt', { when: instant(entry.told_at) }) : null}
            {!entry.told_at && entry.silent_until
              ? t('disclosure.silentTill', { day: calendarDay(entry.silent_until), reason: entry.silence ?? '' })
              : null}
            {!entry.told_at && !entry.silent_until ? t('disclosure.toldAtOnce') : null}
          </Fact>
        ) : null}
      </dl>
    </section>
  );
}

function Fact({ what, children }: { readonly what: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{what}</dt>
      <dd dir="auto" class="as-typed">
        {children}
      </dd>
    </div>
  );
}

function Acts({ view: { entry, readerId, today } }: { readonly view: DisclosurePageView }) {
  const { t } = useWords();
  const { id, state, steps } = entry;
  const approved = steps.filter(({ step }) => step === 'approved');
  if (state === 'recorded' || state === 'withdrawn') return null;
  const hasApproved = approved.some(({ operator_id }) => operator_id === readerId);
  return (
    <section class="panel">
      <h2>{t(state === 'asked' ? 'disclosure.waits' : 'disclosure.isOpen')}</h2>
      <p>
        {state === 'asked'
          ? t('disclosure.waitsText', { count: approved.length, needed: approvals.needed })
          : t('disclosure.isOpenText', { days: approvals.valid_days })}
      </p>
      <div class="row">
        {state === 'asked' && !hasApproved ? (
          <form method="post" action={urls.handleDisclosure(id, 'approve')}>
            <Button data-control="disclosure.approve">{t('disclosure.approve')}</Button>
          </form>
        ) : null}
        {state === 'approved' ? (
          <form method="post" action={urls.handleDisclosure(id, 'hand-over')}>
            <Button data-control="disclosure.hand-over">{t('disclosure.handOver')}</Button>
          </form>
        ) : null}
        {isSilenceOver(entry, today) ? (
          <form method="post" action={urls.handleDisclosure(id, 'tell')}>
            <Button data-control="disclosure.tell">{t('disclosure.tell')}</Button>
          </form>
        ) : null}
        <form method="post" action={urls.handleDisclosure(id, 'withdraw')}>
          <Button look="quiet" data-control="disclosure.withdraw">
            {t('disclosure.withdraw')}
          </Button>
        </form>
      </div>
      {state === 'asked' && hasApproved ? <p class="soft">{t('disclosure.youApproved')}</p> : null}
    </section>
  );
}

function Steps({ view: { entry, operators } }: { readonly view: DisclosurePageView }) {
  const { t, instant } = useWords();
  return (
    <ol class="ledger">
      {entry.steps.map(({ step, operator_id, made_at }) => (
        <li key={`${made_at.getTime()} ${step} ${operator_id}`}>
          <time class="soft small" dateTime={made_at.toISOString()}>
            {instant(made_at)}
          </time>
          <span>
            {t(`disclosure.step.${step}`, {
              name: (operator_id && operators.get(operator_id)) || t('disclosure.gone'),
            })}
          </span>
        </li>
      ))}
    </ol>
  );
}
