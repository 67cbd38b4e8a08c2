import type { ErasedTable } from '../../../domains/disclosure/index.ts';
import type { Receipt } from '../../../domains/ledger/index.ts';
import { useWords } from '../../i18n.ts';
import { ErasureTable } from '../../ui/erasure-table.tsx';
import { urls } from '../../urls.ts';

interface ErasedView {
  readonly tables: readonly ErasedTable[];
  /** That it was done, for the person to keep: nobody else has it. */
  readonly receipts: readonly Receipt[];
  readonly isDatabaseElsewhere: boolean;
}

/** What an erasure did: how many rows went, and what stays on which ground. */
export function ErasedPage({ tables, receipts, isDatabaseElsewhere }: ErasedView) {
  const { t } = useWords();
  return (
    <div class="column stack-wide">
      <div class="stack">
        <h1>{t('myData.erased')}</h1>
        <p class="lead">{t('myData.erasedText')}</p>
      </div>
      <ErasureTable tables={tables} happens={t('myData.happened')} noLonger={t('myData.action.decorrelate')} />
      <div class="stack">
        <p>{t('myData.gone')}</p>
        {isDatabaseElsewhere ? <p>{t('myData.goneElsewhere')}</p> : null}
      </div>
      {receipts.length > 0 ? <Receipts receipts={receipts} /> : null}
    </div>
  );
}

function Receipts({ receipts }: Pick<ErasedView, 'receipts'>) {
  const { t } = useWords();
  return (
    <section class="stack receipt-field" aria-labelledby="receipts">
      <h2 id="receipts">{t('receipt.erasure')}</h2>
      <p>
        {t('receipt.erasureText')}{' '}
        <a href={urls.ledgerLog()} data-control="erased.check">
          {t('receipt.title')}
        </a>
      </p>
      {receipts.map((receipt) => (
        <textarea
          key={receipt.salt}
          class="input input-long"
          readonly
          rows={8}
          aria-labelledby="receipts"
          value={JSON.stringify(receipt, null, 2)}
        />
      ))}
    </section>
  );
}
