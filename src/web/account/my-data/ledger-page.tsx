import type { HeldKind } from '../../../domains/disclosure/index.ts';
import type { LedgerLine } from '../../../domains/ledger/index.ts';
import { useWords } from '../../i18n.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { urls } from '../../urls.ts';
import { DataFrame } from './data-frame.tsx';
import { KindList } from './kind-list.tsx';
import { sayLine } from './say-line.ts';

export interface LedgerView {
  readonly lines: readonly LedgerLine[];
  /** Where older lines begin; null when these are all. */
  readonly next: string | null;
  /** What was collected, summed up; empty on later pages. */
  readonly collected: readonly HeldKind[];
  /** What a field of the data map is, in words. */
  readonly nameOf: (field: string) => string;
}

/** What was collected from somebody, what it is used for, and everything that happened to it. */
export function LedgerPage({ view: { lines, next, collected, nameOf } }: { readonly view: LedgerView }) {
  const { t } = useWords();
  return (
    <DataFrame title={t('myData.way.ledger')} lead={t('myLedger.lead')}>
      <section class="stack" aria-labelledby="happened">
        <h2 id="happened">{t('myLedger.happened')}</h2>
        {lines.length === 0 ? <EmptyState title={t('myLedger.none')} text={t('myLedger.noneText')} /> : null}
        <ol class="ledger">
          {lines.map((line) => (
            <Line key={line.id} line={line} nameOf={nameOf} />
          ))}
        </ol>
        {next ? (
          <p>
            <a href={urls.myLedgerBefore(next)} rel="next" data-control="my-ledger.older">
              {t('myLedger.older')}
            </a>
          </p>
        ) : null}
        <p class="soft small">
          {t('myLedger.proof')}{' '}
          <a href={urls.ledgerLog()} data-control="my-ledger.log">
            {t('myLedger.log')}
          </a>
        </p>
      </section>
      {collected.length > 0 ? <Collected collected={collected} /> : null}
    </DataFrame>
  );
}

function Line({ line, nameOf }: { readonly line: LedgerLine } & Pick<LedgerView, 'nameOf'>) {
  const words = useWords();
  const { t, instant } = words;
  const { what, more } = sayLine(words, line, nameOf);
  return (
    <li>
      <time class="soft small" dateTime={line.at.toISOString()}>
        {instant(line.at)}
      </time>
      <div>
        <p>
          {what} {line.by === 'staff' ? <span class="tag tag-warn">{t('myLedger.staff')}</span> : null}
        </p>
        {more.map((text) => (
          <p key={text} class="soft small">
            {text}
          </p>
        ))}
        <a class="small" href={urls.receipt(line.id)} data-control="my-ledger.receipt">
          {t('myLedger.receipt')}
        </a>
      </div>
    </li>
  );
}

/** Collections come by the thousand, so they are summed up: of what, how often, and what for. */
function Collected({ collected }: Pick<LedgerView, 'collected'>) {
  const { t } = useWords();
  const usesOf = (entries: HeldKind['entries']) =>
    [...new Set(entries.flatMap(({ purposes }) => purposes))]
      .map((purpose) => t(`collected.purpose.${purpose}`))
      .join('; ') || t('held.whyRights');
  return (
    <section class="stack" aria-labelledby="collected">
      <h2 id="collected">{t('myLedger.collected')}</h2>
      <p class="soft">{t('myLedger.collectedText')}</p>
      <KindList kinds={collected} about={(entries) => t('myLedger.usedFor', { uses: usesOf(entries) })} />
    </section>
  );
}
