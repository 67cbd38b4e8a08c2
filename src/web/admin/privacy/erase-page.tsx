import type { ErasedTable } from '../../../domains/disclosure/index.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErasureTable } from '../../ui/erasure-table.tsx';
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

/** What an erasure reaches, in the words of the desk. */
export function ErasureFigures({ tables }: { readonly tables: readonly ErasedTable[] }) {
  const { t } = useWords();
  return <ErasureTable tables={tables} happens={t('privacy.happens')} noLonger={t('privacy.action.decorrelate')} />;
}
