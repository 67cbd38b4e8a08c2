import type { ReceiptCheck, WrittenHead } from '../../../domains/ledger/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldErrors } from '../../ui/error-summary.tsx';
import { LongField } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';
import { Findings } from './findings.tsx';

export interface LedgerView {
  /** The newest signed head; null when nothing was noted yet. */
  readonly head: WrittenHead | null;
  /** In hex. */
  readonly key: string;
  readonly errors: FieldErrors;
  /** What was sent, and what the server found. */
  readonly sent: string;
  readonly check: ReceiptCheck | null;
}

/** Where anybody checks a receipt of a ledger, and sees what the site signed last. */
export function LedgerPage({ view: { head, key, errors, sent, check } }: { readonly view: LedgerView }) {
  const { t } = useWords();
  return (
    <div class="column stack-wide">
      <header class="stack">
        <h1>{t('receipt.title')}</h1>
        <p class="lead">{t('receipt.lead')}</p>
      </header>
      <ErrorSummary errors={errors} />
      <form
        class="form"
        method="post"
        action={urls.ledgerLog()}
        novalidate
        data-behaviour="check-receipt"
        data-key={urls.ledgerKey()}
        data-consistency={urls.ledgerConsistency()}
      >
        <div class="receipt-field">
          <LongField
            name="receipt"
            label={t('receipt.field')}
            why={t('receipt.fieldWhy')}
            error={errors.receipt}
            value={sent}
            isRequired
          />
        </div>
        <div hidden>
          <div class="field">
            <label for="receipt-file">{t('receipt.file')}</label>
            <input class="input" type="file" id="receipt-file" accept=".json,application/json" />
          </div>
        </div>
        <Button data-control="receipt.check">{t('receipt.check')}</Button>
      </form>
      <Findings check={check} />
      <TheLog head={head} publicKey={key} />
    </div>
  );
}

function TheLog({ head, publicKey }: { readonly head: WrittenHead | null; readonly publicKey: string }) {
  const { t, number, instant } = useWords();
  return (
    <section class="stack" aria-labelledby="the-log">
      <h2 id="the-log">{t('receipt.log')}</h2>
      <p>{t('receipt.logText')}</p>
      <dl class="facts receipt-facts panel">
        {head ? (
          <>
            <div>
              <dt>{t('receipt.entries')}</dt>
              <dd>{number(head.size)}</dd>
            </div>
            <div>
              <dt>{t('receipt.signed')}</dt>
              <dd>{instant(new Date(head.signed_at))}</dd>
            </div>
            <div class="receipt-hash">
              <dt>{t('receipt.root')}</dt>
              <dd class="as-typed">
                <code>{head.root}</code>
              </dd>
            </div>
          </>
        ) : (
          <div>
            <dt>{t('receipt.entries')}</dt>
            <dd>{t('receipt.empty')}</dd>
          </div>
        )}
        <div class="receipt-hash">
          <dt>{t('receipt.key')}</dt>
          <dd class="as-typed">
            <code>{publicKey}</code>
          </dd>
        </div>
      </dl>
      <p class="soft small">
        <a href={urls.ledgerHeads()} data-control="receipt.heads">
          {t('receipt.heads')}
        </a>{' '}
        ·{' '}
        <a href={urls.ledgerKey()} data-control="receipt.key">
          {t('receipt.keyFile')}
        </a>
      </p>
    </section>
  );
}
