import type { DisclosureRow } from '../../../domains/gate/index.ts';
import { useWords } from '../../i18n.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { urls } from '../../urls.ts';

export interface DisclosuresView {
  readonly rows: readonly DisclosureRow[];
  readonly pages: number;
  readonly page: number;
  readonly today: string;
}

/** The register: what was handed over, or is to be. */
export function Disclosures({ view: { rows, pages, page, today } }: { readonly view: DisclosuresView }) {
  const { t } = useWords();
  const ended = rows.filter((row) => isSilenceOver(row, today)).length;
  return (
    <>
      {ended > 0 ? (
        <Notice tone="warn">
          <p>{t('disclosure.silenceOver', { count: ended })}</p>
        </Notice>
      ) : null}
      <p>
        <ButtonLink href={urls.newDisclosure()} data-control="disclosure.new">
          {t('disclosure.new')}
        </ButtonLink>
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t('disclosure.none')} text={t('disclosure.noneText')} />
      ) : (
        <ul class="desk-rows">
          {rows.map((row) => (
            <Row key={row.id} row={row} today={today} />
          ))}
        </ul>
      )}
      <Pagination page={page} pages={pages} hrefOf={(to) => `${urls.disclosures()}?page=${to}`} />
    </>
  );
}

/** Whether they may be told now, and were not yet. */
export function isSilenceOver({ given_at, told_at, silent_until, way }: DisclosureRow, today: string): boolean {
  return way === 'disclosed-file' && given_at !== null && told_at === null && (silent_until ?? '') < today;
}

function Row({ row, today }: { readonly row: DisclosureRow; readonly today: string }) {
  const { t, day } = useWords();
  const { id, ground, recipient, why, fields, persons, asked_at } = row;
  return (
    <li>
      <h2>
        <a href={urls.disclosure(id)} data-control="disclosure.open" dir="auto">
          {recipient ?? t('disclosure.ourselves')}
        </a>
      </h2>
      <DisclosureTag row={row} />
      <p class="soft small">
        {t(`disclosure.ground.${ground as 'own-use'}`)} · {day(asked_at)} ·{' '}
        {t('disclosure.extent', { fields: fields.length, persons })}
      </p>
      <p class="small" dir="auto">
        {why}
      </p>
      {isSilenceOver(row, today) ? (
        <p class="desk-tags">
          <span class="tag tag-warn">{t('disclosure.tellNow')}</span>
        </p>
      ) : null}
    </li>
  );
}

/** How far a disclosure is. */
export function DisclosureTag({ row: { state, given_at } }: { readonly row: DisclosureRow }) {
  const { t } = useWords();
  if (state === 'approved' && given_at) return <span class="tag tag-good">{t('disclosure.state.given')}</span>;
  return <span class={state === 'asked' ? 'tag tag-warn' : 'tag'}>{t(`disclosure.state.${state}`)}</span>;
}
