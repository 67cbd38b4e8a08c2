import type { ErasedTable } from '../../../domains/disclosure/index.ts';
import { useWords } from '../../i18n.ts';

/** What goes, what stays without them, and what stays on which ground: how much of each. */
export function Foretold({ tables }: { readonly tables: readonly ErasedTable[] }) {
  const { t } = useWords();
  const goes = tables.filter(({ action }) => action === 'delete');
  const stays = tables.filter(({ action }) => action !== 'delete');
  const count = (some: readonly ErasedTable[]) => some.reduce((sum, { rows }) => sum + rows, 0);
  return (
    <div class="foretold">
      <section aria-labelledby="goes">
        <h2 id="goes">{t('erase.goes')}</h2>
        <p class="foretold-count figures">{t('myData.entries', { count: count(goes) })}</p>
        <Tables tables={goes} />
      </section>
      <section aria-labelledby="stays">
        <h2 id="stays">{t('erase.stays')}</h2>
        <p class="foretold-count figures">{t('myData.entries', { count: count(stays) })}</p>
        {stays.length === 0 ? null : <Tables tables={stays} />}
        <p class="soft small">{t('erase.noteStays')}</p>
      </section>
    </div>
  );
}

function Tables({ tables }: { readonly tables: readonly ErasedTable[] }) {
  const { t, number } = useWords();
  return (
    <ul class="counts">
      {tables.map(({ table, holds, action, rows, kept }) => (
        <li key={table}>
          <span>
            {holds}
            {action === 'delete' ? null : (
              <span class="soft small">
                {' '}
                {[t(`myData.action.${action}`), ...new Set(kept.map(({ ground }) => ground))].join('; ')}
              </span>
            )}
          </span>
          <span class="figures">{number(rows)}</span>
        </li>
      ))}
    </ul>
  );
}
