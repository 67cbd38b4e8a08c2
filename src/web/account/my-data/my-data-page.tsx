import type { ErasedTable } from '../../../domains/disclosure/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldErrors } from '../../ui/error-summary.tsx';
import { CheckField, Field } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';
import { AccountFrame } from '../account-frame.tsx';

/** What is held, to take along; and how to have it erased. */
export function MyDataPage({ errors }: { readonly errors: FieldErrors }) {
  const { t } = useWords();
  return (
    <AccountFrame place="data" title={t('myData.title')} lead={t('myData.lead')}>
      <ErrorSummary errors={errors} />
      <section class="panel">
        <h2>{t('myData.take')}</h2>
        <p>{t('myData.takeText')}</p>
        <form method="post" action={urls.exportMyData()}>
          <Button look="quiet" data-control="my-data.export">
            {t('myData.takeNow')}
          </Button>
        </form>
        <p class="soft small">
          {t('myData.withheld')}{' '}
          <a href={urls.document('privacy')} data-control="my-data.policy">
            {t('site.privacy')}
          </a>
        </p>
      </section>
      <section class="panel">
        <h2>{t('myData.erase')}</h2>
        <p>{t('myData.eraseText')}</p>
        <form class="form form-narrow" method="post" action={urls.eraseMe()} novalidate>
          <CheckField name="sure" label={t('myData.sure')} error={errors.sure} isChecked={false} isRequired />
          <Field
            name="password"
            type="password"
            label={t('account.presentPassword')}
            error={errors.password}
            autocomplete="current-password"
            isRequired
          />
          <Button look="danger" data-control="my-data.erase">
            {t('myData.eraseNow')}
          </Button>
        </form>
      </section>
    </AccountFrame>
  );
}

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
