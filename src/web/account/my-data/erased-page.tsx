import type { ErasedTable } from '../../../domains/disclosure/index.ts';
import { useWords } from '../../i18n.ts';

/** What an erasure did: how many rows went, and what stays on which ground. */
export function ErasedPage(props: { readonly tables: readonly ErasedTable[]; readonly isDatabaseElsewhere: boolean }) {
  const { tables, isDatabaseElsewhere } = props;
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
    </div>
  );
}
