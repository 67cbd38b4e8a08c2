import type { ErasedTable } from '../../../domains/disclosure/index.ts';
import { useWords } from '../../i18n.ts';
import { PasswordAgain } from '../../request/password-again.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldErrors } from '../../ui/error-summary.tsx';
import { CheckField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import { DataFrame } from './data-frame.tsx';

export interface EraseView {
  readonly tables: readonly ErasedTable[];
  /** When it will be done, if it was asked for. */
  readonly due_at: Date | null;
  readonly isProven: boolean;
  readonly errors: FieldErrors;
}

/** What erasing would do, in figures, before it is asked for. */
export function ErasePage({ view }: { readonly view: EraseView }) {
  const { t } = useWords();
  const { tables, due_at, isProven, errors } = view;
  return (
    <DataFrame title={t('myData.erase')} lead={t('erase.lead')}>
      <ErrorSummary errors={errors} />
      <Foretold tables={tables} />
      {due_at ? (
        <Waiting due_at={due_at} />
      ) : (
        <section class="panel">
          <h2>{t('erase.ask')}</h2>
          <p>{t('erase.askText')}</p>
          <form class="form form-narrow" method="post" action={urls.eraseMe()} novalidate>
            <CheckField name="sure" label={t('erase.sure')} error={errors.sure} isChecked={false} isRequired />
            <PasswordAgain isProven={isProven} {...(errors.password ? { error: errors.password } : {})} />
            <Button look="danger" data-control="my-data.erase-now">
              {t('myData.eraseNow')}
            </Button>
          </form>
          <p class="soft small">
            {t('erase.copyFirst')}{' '}
            <a href={urls.copyOfMyData()} data-control="my-data.copy">
              {t('copy.title')}
            </a>
          </p>
        </section>
      )}
    </DataFrame>
  );
}

function Waiting({ due_at }: { readonly due_at: Date }) {
  const { t, instant } = useWords();
  return (
    <Notice tone="warn" title={t('erase.waits', { when: instant(due_at) })} isNews>
      <p>{t('erase.waitsText')}</p>
      <form method="post" action={urls.stopErasingMe()}>
        <Button look="quiet" data-control="my-data.stop-erasing">
          {t('erase.stop')}
        </Button>
      </form>
    </Notice>
  );
}

/** What goes, what stays without them, and what stays on which ground: how much of each. */
function Foretold({ tables }: { readonly tables: readonly ErasedTable[] }) {
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
