import type { ErasedTable } from '../../../domains/disclosure/index.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { CheckField } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';

/** What erasing would do, in figures, and the button that does it. */
export function ErasePage(props: {
  readonly id: string;
  readonly tables: readonly ErasedTable[];
  readonly errors: FieldErrors;
}) {
  const { id, tables, errors } = props;
  const { t } = useWords();
  return (
    <>
      <ErasureFigures tables={tables} />
      <form class="form panel" method="post" action={urls.handleRequest(id, 'erase')} novalidate>
        <CheckField name="sure" label={t('privacy.eraseSure')} error={errors.sure} isChecked={false} isRequired />
        <div class="form-actions">
          <Button look="danger" data-control="privacy.erase">
            {t('privacy.eraseNow')}
          </Button>
          <ButtonLink href={urls.privacyRequest(id)} look="quiet" data-control="privacy.keep">
            {t('privacy.eraseNot')}
          </ButtonLink>
        </div>
      </form>
    </>
  );
}

/** Table by table, how many rows go, and what stays on which ground. */
export function ErasureFigures({ tables }: { readonly tables: readonly ErasedTable[] }) {
  const { t, number } = useWords();
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{t('privacy.what')}</th>
          <th scope="col">{t('privacy.happens')}</th>
          <th scope="col" class="table-number">
            {t('privacy.rows')}
          </th>
        </tr>
      </thead>
      <tbody>
        {tables.map(({ table, holds, action, rows, kept }) => (
          <tr key={table}>
            <td>{holds}</td>
            <td>
              {t(`privacy.action.${action}`)}
              <span class="soft small"> {[...new Set(kept.map(({ ground }) => ground))].join('; ')}</span>
            </td>
            <td class="table-number">{number(rows)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
