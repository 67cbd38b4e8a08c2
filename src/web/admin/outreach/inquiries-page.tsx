import type { DeskFilter, DeskRow, InquiryForm } from '../../../domains/outreach/index.ts';
import { inquiryStates } from '../../../domains/outreach/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field, SelectField } from '../../ui/field.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { urls } from '../../urls.ts';

export interface InquiriesView {
  readonly rows: readonly DeskRow[];
  readonly found: number;
  readonly pages: number;
  readonly page: number;
  readonly tags: readonly string[];
  readonly unconfirmed: number;
  readonly filter: DeskFilter;
  readonly forms: readonly InquiryForm[];
  readonly errors: FieldErrors;
}

/** The inquiries that were confirmed, by form, state and tag. */
export function Inquiries({ view }: { readonly view: InquiriesView }) {
  const { t } = useWords();
  const { rows, found, pages, page, unconfirmed, filter, forms } = view;
  const query = queryOf(filter);
  return (
    <>
      <Filter view={view} />
      <p class="soft">
        {t('desk.found', { count: found })} {unconfirmed > 0 ? t('desk.unconfirmed', { count: unconfirmed }) : null}
      </p>
      {rows.length === 0 ? <EmptyState title={t('desk.none')} text={t('desk.noneText')} /> : null}
      {rows.length > 0 ? (
        <ul class="desk-rows">
          {rows.map((row) => (
            <Row key={row.id} row={row} form={forms.find(({ key }) => key === row.form_key)} />
          ))}
        </ul>
      ) : null}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(to) => `${urls.desk()}${query}${query === '' ? '?' : '&'}page=${to}`}
      />
      {found > 0 ? <TakeOut query={query} error={view.errors.why} /> : null}
    </>
  );
}

/** The way out for all of them: what the file is for stands in the register of disclosures. */
function TakeOut({ query, error }: { readonly query: string; readonly error: string | undefined }) {
  const { t } = useWords();
  return (
    <details class="act" open={error !== undefined}>
      <summary>{t('desk.file')}</summary>
      <form class="form" method="post" action={urls.deskFile() + query} novalidate>
        <p>{t('desk.fileText')}</p>
        <Field name="why" label={t('desk.fileWhy')} error={error} maxLength={500} isRequired />
        <Button look="quiet" data-control="desk.file">
          {t('desk.fileNow')}
        </Button>
      </form>
    </details>
  );
}

function Row({ row, form }: { readonly row: DeskRow; readonly form: InquiryForm | undefined }) {
  const { t, day } = useWords();
  const { id, answers, email, state, tags, received_at } = row;
  return (
    <li>
      <h2>
        <a href={urls.deskInquiry(id)} data-control="desk.open" dir="auto">
          {answers.name}
          {answers.organisation ? `, ${answers.organisation}` : ''}
        </a>
      </h2>
      <time class="soft small" dateTime={received_at.toISOString()}>
        {day(received_at)}
      </time>
      <p class="soft small">
        {form?.audience} · {email}
      </p>
      <p class="desk-tags">
        <span class={state === 'new' ? 'tag tag-warn' : 'tag'}>{t(`desk.state.${state}`)}</span>
        {tags.map((tag) => (
          <span class="tag" key={tag}>
            {tag}
          </span>
        ))}
      </p>
    </li>
  );
}

function Filter({ view: { filter, forms, tags } }: { readonly view: InquiriesView }) {
  const { t } = useWords();
  const all = { value: '', label: t('desk.all') };
  return (
    <form class="desk-filter" method="get" action={urls.desk()}>
      <SelectField
        name="form"
        label={t('desk.form')}
        value={filter.formKey ?? ''}
        options={[all, ...forms.map(({ key, audience }) => ({ value: key, label: audience }))]}
        isRequired
      />
      <SelectField
        name="state"
        label={t('desk.state')}
        value={filter.state ?? ''}
        options={[all, ...inquiryStates.map((state) => ({ value: state, label: t(`desk.state.${state}`) }))]}
        isRequired
      />
      <SelectField
        name="tag"
        label={t('desk.tag')}
        value={filter.tag ?? ''}
        options={[all, ...tags.map((tag) => ({ value: tag, label: tag }))]}
        isRequired
      />
      <Button look="quiet" data-control="desk.filter">
        {t('desk.show')}
      </Button>
    </form>
  );
}

function queryOf({ formKey, state, tag }: DeskFilter): string {
  const query = new URLSearchParams();
  if (formKey) query.set('form', formKey);
  if (state) query.set('state', state);
  if (tag) query.set('tag', tag);
  return query.size > 0 ? `?${query}` : '';
}
