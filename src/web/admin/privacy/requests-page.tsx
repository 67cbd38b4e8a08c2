import {
  type listRequests,
  type RequestFilter,
  type RequestRow,
  requestKinds,
} from '../../../domains/requests/index.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { urls } from '../../urls.ts';
import { DueTag } from './due-tag.tsx';

export interface RequestsView extends Awaited<ReturnType<typeof listRequests>> {
  readonly page: number;
  readonly filter: RequestFilter;
  /** Names of operators by their ids. */
  readonly operators: ReadonlyMap<string, string>;
  readonly privacyAddress: string;
}

/** What is asked, what is late first. */
export function Requests({ view }: { readonly view: RequestsView }) {
  const { t } = useWords();
  const { rows, pages, page, filter, counts, privacyAddress } = view;
  const query = queryOf(filter);
  return (
    <>
      <dl class="figures-row">
        <Figure label={t('privacy.count.late')} count={counts.late} isBad={counts.late > 0} />
        <Figure label={t('privacy.count.open')} count={counts.open} />
        <Figure label={t('privacy.count.news')} count={counts.news} />
      </dl>
      <Filter filter={filter} />
      {rows.length === 0 ? (
        <EmptyState title={t(`privacy.none.${filter.show}`)} text={t('privacy.noneText', { privacyAddress })} />
      ) : (
        <ul class="desk-rows">
          {rows.map((row) => (
            <Row key={row.id} row={row} view={view} />
          ))}
        </ul>
      )}
      <Pagination page={page} pages={pages} hrefOf={(to) => `${urls.privacyDesk()}?${query}&page=${to}`} />
      <p>
        <ButtonLink href={urls.enterRequest()} look="quiet" data-control="privacy.enter">
          {t('privacy.enter')}
        </ButtonLink>
      </p>
    </>
  );
}

function Figure(props: { readonly label: string; readonly count: number; readonly isBad?: boolean }) {
  const { number } = useWords();
  return (
    <div class={props.isBad ? 'figure figure-bad' : 'figure'}>
      <dt>{props.label}</dt>
      <dd>{number(props.count)}</dd>
    </div>
  );
}

function Row({ row, view }: { readonly row: RequestRow; readonly view: RequestsView }) {
  const { t, calendarDay } = useWords();
  const { id, kind, name, email, has_news, operator_id, received_on, due_on, identity_asked_on } = row;
  const inHand = operator_id ? view.operators.get(operator_id) : null;
  return (
    <li>
      <h2>
        <a href={urls.privacyRequest(id)} data-control="privacy.open">
          {t(`concern.kind.${kind}`)}
          {': '}
          <span dir="auto">{name ?? email ?? t('privacy.erasedPerson')}</span>
        </a>
      </h2>
      <DueTag request={row} today={view.today} />
      <p class="soft small">
        {t('privacy.receivedOn', { day: calendarDay(received_on) })}
        {due_on ? ` · ${t('privacy.dueOn', { day: calendarDay(due_on) })}` : null}
        {identity_asked_on ? ` · ${t('privacy.pausedSince', { day: calendarDay(identity_asked_on) })}` : null}
        {' · '}
        {inHand ? t('privacy.inHand', { name: inHand }) : t('privacy.inNobodysHand')}
      </p>
      {has_news > 0 ? (
        <p class="desk-tags">
          <span class="tag tag-good">{t('privacy.news', { count: has_news })}</span>
        </p>
      ) : null}
    </li>
  );
}

function Filter({ filter }: { readonly filter: RequestFilter }) {
  const { t } = useWords();
  const all = { value: '', label: t('desk.all') };
  return (
    <form class="desk-filter" method="get" action={urls.privacyDesk()}>
      <SelectField
        name="show"
        label={t('desk.state')}
        value={filter.show}
        options={(['open', 'closed'] as const).map((show) => ({ value: show, label: t(`privacy.show.${show}`) }))}
        isRequired
      />
      <SelectField
        name="kind"
        label={t('concern.kind')}
        value={filter.kind ?? ''}
        options={[all, ...requestKinds.map((kind) => ({ value: kind, label: t(`concern.kind.${kind}`) }))]}
        isRequired
      />
      <SelectField
        name="who"
        label={t('privacy.who')}
        value={filter.operatorId ? 'mine' : ''}
        options={[all, { value: 'mine', label: t('privacy.mine') }]}
        isRequired
      />
      <Button look="quiet" data-control="privacy.filter">
        {t('desk.show')}
      </Button>
    </form>
  );
}

function queryOf({ show, kind, operatorId }: RequestFilter): string {
  return new URLSearchParams({ show, kind: kind ?? '', who: operatorId ? 'mine' : '' }).toString();
}
