import { authorityDueAt, type BreachView, type Reach } from '../../../domains/breaches/index.ts';
import type { listScopes } from '../../../domains/disclosure/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field, LongField, SelectField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import { AuthorityTag, BreachForm, type TypedBreach } from './breaches-page.tsx';

export interface BreachPageView {
  readonly breach: BreachView;
  readonly now: Date;
  readonly typed: TypedBreach;
  readonly scopes: ReturnType<typeof listScopes>;
  /** The table whose columns are to be chosen. */
  readonly chosenTable: string | null;
  readonly window: { readonly from: string; readonly to: string };
  readonly letter: { readonly subject: string; readonly body: string };
  readonly errors: FieldErrors;
}

/** One breach: the 72 hours, whom it reached, and who was told. */
export function Breach({ view }: { readonly view: BreachPageView }) {
  return (
    <>
      <Facts view={view} />
      <Reached view={view} />
      <Tell view={view} />
    </>
  );
}

function Facts({ view: { breach, now, typed, errors } }: { readonly view: BreachPageView }) {
  const { t, instant } = useWords();
  const isAuthorityAsked = breach.risk !== 'none' && !breach.authority_note;
  return (
    <section class="panel" aria-labelledby="authority">
      <h2 id="authority" class="row row-apart">
        {t('breach.dueAt', { when: instant(authorityDueAt(breach.known_at)) })}
        <AuthorityTag breach={breach} now={now} />
      </h2>
      {breach.authority_note ? <p class="as-typed">{breach.authority_note}</p> : null}
      {isAuthorityAsked ? <p class="soft">{t('breach.authorityText')}</p> : null}
      <p class="as-typed" dir="auto">
        {breach.what}
      </p>
      {breach.measures ? (
        <p class="as-typed soft" dir="auto">
          {breach.measures}
        </p>
      ) : null}
      <div class="acts">
        <details class="act" open={errors.note !== undefined}>
          <summary>{t('breach.authority')}</summary>
          <form class="form" method="post" action={urls.handleBreach(breach.id, 'authority')} novalidate>
            <LongField
              name="note"
              label={t('breach.note')}
              why={t('breach.noteWhy')}
              value={breach.authority_note ?? ''}
              error={errors.note}
              rows={3}
              isRequired
            />
            <Field
              name="told"
              type="datetime-local"
              label={t('breach.told')}
              why={t('breach.toldWhy')}
              value={breach.authority_told_at?.toISOString().slice(0, 16) ?? ''}
            />
            <Button look="quiet" data-control="breach.authority">
              {t('desk.store')}
            </Button>
          </form>
        </details>
        <details class="act" open={['title', 'what', 'known', 'risk', 'measures'].some((name) => errors[name])}>
          <summary>{t('breach.change')}</summary>
          <BreachForm action={urls.breach(breach.id)} typed={typed} errors={errors} />
        </details>
        <details class="act">
          <summary>{t(breach.closed_at ? 'breach.reopen' : 'breach.close')}</summary>
          <form class="form" method="post" action={urls.handleBreach(breach.id, 'close')}>
            <p>{t('breach.closeText')}</p>
            <input type="hidden" name="closed" value={breach.closed_at ? '' : 'yes'} />
            <Button look="quiet" data-control="breach.close">
              {t(breach.closed_at ? 'breach.reopen' : 'breach.close')}
            </Button>
          </form>
        </details>
      </div>
    </section>
  );
}

function Reached({ view }: { readonly view: BreachPageView }) {
  const { t } = useWords();
  const { breach, scopes } = view;
  const chosen = scopes.find(({ table }) => table === view.chosenTable) ?? null;
  return (
    <section class="panel" id="reached" aria-labelledby="reached-title">
      <h2 id="reached-title">{t('breach.reached')}</h2>
      {breach.reaches.length === 0 ? <p class="soft">{t('breach.noReach')}</p> : null}
      {breach.reaches.map((reach) => (
        <ReachFacts key={reach.id} id={breach.id} reach={reach} scopes={scopes} />
      ))}
      <form class="desk-filter" method="get" action={`${urls.breach(breach.id)}#reached`}>
        <SelectField
          name="table"
          label={t('breach.table')}
          value={view.chosenTable ?? ''}
          options={scopes.map(({ table, holds }) => ({ value: table, label: holds }))}
          isRequired
        />
        <Button look="quiet" data-control="breach.choose-table">
          {t('breach.chooseTable')}
        </Button>
      </form>
      {chosen ? <AddReach view={view} scope={chosen} /> : null}
    </section>
  );
}

function AddReach({
  view,
  scope,
}: {
  readonly view: BreachPageView;
  readonly scope: BreachPageView['scopes'][number];
}) {
  const { t } = useWords();
  const { breach, window, errors } = view;
  return (
    <form class="form" method="post" action={urls.handleBreach(breach.id, 'reach')} novalidate>
      <input type="hidden" name="table" value={scope.table} />
      <fieldset class="desk-field">
        <legend>{t('breach.columns')}</legend>
        <p class="field-why">{t('breach.columnsWhy')}</p>
        <div class="choices">
          {scope.columns.map((column) => (
            <label class="choice-line" key={column}>
              <input type="checkbox" name="columns" value={column} />
              <span>{column.replaceAll('_', ' ')}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        name="from"
        type="datetime-local"
        label={t('breach.from')}
        why={t('desk.utc')}
        value={window.from}
        error={errors.from}
        isRequired
      />
      <Field
        name="to"
        type="datetime-local"
        label={t('breach.to')}
        why={t('desk.utc')}
        value={window.to}
        error={errors.to}
        isRequired
      />
      <SelectField
        name="which"
        label={t('breach.which')}
        why={scope.keepsMoments ? undefined : t('breach.noMoments')}
        value="there"
        options={(['there', 'changed'] as const).map((which) => ({ value: which, label: t(`breach.which.${which}`) }))}
        isRequired
      />
      <Button data-control="breach.add-reach">{t('breach.addReach')}</Button>
    </form>
  );
}

function ReachFacts(props: { readonly id: string; readonly reach: Reach; readonly scopes: BreachPageView['scopes'] }) {
  const { id, reach, scopes } = props;
  const { t, instant } = useWords();
  const holds = scopes.find(({ table }) => table === reach.table)?.holds ?? reach.table;
  const more = reach.count - reach.persons.length;
  return (
    <article class="record">
      <h3>{t('breach.count', { count: reach.count })}</h3>
      <p class="small">
        {holds}
        {reach.columns.length > 0 ? `: ${reach.columns.join(', ').replaceAll('_', ' ')}` : null}
      </p>
      <p class="soft small">
        {t(`breach.which.${reach.which}`)}, {instant(reach.from)} – {instant(reach.to)}
      </p>
      {reach.persons.length > 0 ? (
        <details>
          <summary>{t('breach.who')}</summary>
          <ul class="plain-list small">
            {reach.persons.map(({ personId, address }) => (
              <li key={personId}>{address}</li>
            ))}
          </ul>
          {more > 0 ? <p class="soft small">{t('breach.more', { count: more })}</p> : null}
        </details>
      ) : null}
      <form method="post" action={urls.handleBreach(id, 'remove-reach')}>
        <input type="hidden" name="reach" value={reach.id} />
        <Button look="link" aria-label={t('breach.removeNamed', { what: holds })} data-control="breach.remove-reach">
          {t('breach.remove')}
        </Button>
      </form>
    </article>
  );
}

function Tell({ view: { breach, letter, errors } }: { readonly view: BreachPageView }) {
  const { t } = useWords();
  if (breach.reaches.length === 0) return null;
  return (
    <section class="panel" id="tell" aria-labelledby="tell-title">
      <h2 id="tell-title">{t('breach.tell')}</h2>
      <p>{t('breach.tellText', { told: breach.told })}</p>
      {breach.risk === 'high' && breach.told === 0 ? (
        <Notice tone="warn">
          <p>{t('breach.mustTell')}</p>
        </Notice>
      ) : null}
      <form class="form" method="post" action={urls.handleBreach(breach.id, 'tell')} novalidate>
        <Field
          name="subject"
          label={t('desk.subject')}
          value={letter.subject}
          error={errors.subject}
          maxLength={200}
          isRequired
        />
        <LongField
          name="body"
          label={t('desk.words')}
          why={t('breach.wordsWhy')}
          value={letter.body}
          error={errors.body}
          rows={10}
          isRequired
        />
        <Button data-control="breach.tell">{t('breach.tellNow')}</Button>
      </form>
    </section>
  );
}
