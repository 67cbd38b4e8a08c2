import type { ErasedTable } from '../../domains/disclosure/index.ts';
import { useWords } from '../i18n.ts';

/** Table by table, how many rows an erasure reaches, and what stays on which ground. */
export function ErasureTable(props: {
  readonly tables: readonly ErasedTable[];
  /** The column's name: what happens, or what was done. */
  readonly happens: string;
  /** What is said of rows that stay and lead to the person no more. */
  readonly noLonger: string;
}) {
  const { t, number } = useWords();
  const said = { delete: t('myData.action.delete'), decorrelate: props.noLonger, keep: t('myData.action.keep') };
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{t('myData.what')}</th>
          <th scope="col">{props.happens}</th>
          <th scope="col" class="table-number">
            {t('myData.howMany')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.tables.map(({ table, holds, action, rows, kept }) => (
          <tr key={table}>
            <td>{holds}</td>
            <td>
              {said[action]}
              {kept.length > 0 ? (
                <span class="soft small"> {[...new Set(kept.map(({ ground }) => ground))].join('; ')}</span>
              ) : null}
            </td>
            <td class="table-number">{number(rows)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
