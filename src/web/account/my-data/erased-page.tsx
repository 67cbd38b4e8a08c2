import type { ErasedTable } from '../../../domains/disclosure/index.ts';
import type { Receipt } from '../../../domains/ledger/index.ts';
import { useWords } from '../../i18n.ts';
import { urls } from '../../urls.ts';

interface ErasedView {
  readonly tables: readonly ErasedTable[];
  /** That it was done, for the person to keep: nobody else has it. */
  readonly receipts: readonly Receipt[];
  readonly isDatabaseElsewhere: boolean;
}

/** What an erasure did: how many rows went, and what stays on which ground. */
export function ErasedPage({ tables, receipts, isDatabaseElsewhere }: ErasedView) {
  const { t, number } = useWords();
  return (
    <div class="column stack-wide">
      <div class="stack">
        <h1>{t('myData.erased')}</h1>
        <p class="lead">{t('myData.erasedText')}</p>
      </div>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('myData.what')}</th>
            <th scope="col">{t('myData.happened')}</th>
            <th scope="col" class="table-number">
              {t('myData.howMany')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tables.map(({ table, holds, action, rows, kept }) => (
            <tr key={table}>
              <td>{holds}</td>
              <td>
                {t(`myData.action.${action}`)}
                {kept.length > 0 ? (
                  <span class="soft small"> {[...new Set(kept.map(({ ground }) => ground))].join('; ')}</span>
                ) : null}
              </td>
              <td class="table-number">{number(rows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
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
