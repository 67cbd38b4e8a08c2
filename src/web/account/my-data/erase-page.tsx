import type { ErasedTable } from '../../../domains/disclosure/index.ts';
import { useWords } from '../../i18n.ts';
import { PasswordAgain } from '../../request/password-again.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldErrors } from '../../ui/error-summary.tsx';
import { CheckField } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';
import { DataFrame } from './data-frame.tsx';
import { Foretold } from './foretold.tsx';
import { WaitingErasure } from './waiting-erasure.tsx';

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
        <WaitingErasure due_at={due_at} isNews />
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
