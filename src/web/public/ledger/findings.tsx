import type { ReceiptCheck } from '../../../domains/ledger/index.ts';
import { useWords, type Words } from '../../i18n.ts';
import { Notice } from '../../ui/notice.tsx';

const findings = ['sound', 'no-receipt', 'changed', 'unsigned', 'forked'] as const;
type Finding = (typeof findings)[number];

const kinds = [
  'acknowledgement',
  'collection',
  'consent',
  'correction',
  'disclosure',
  'erasure',
  'export',
  'hold',
  'look-up',
  'objection',
  'restriction',
] as const;
const actors = ['self', 'staff', 'site'] as const;

/** What a check found. All that it can find stands in the page, hidden but for what the server found: a script shows the rest. */
export function Findings({ check }: { readonly check: ReceiptCheck | null }) {
  const { t } = useWords();
  const found = check && findingOf(check);
  return (
    <section class="stack" role="status" aria-label={t('receipt.found')} data-findings>
      {findings.map((finding) => (
        <div key={finding} hidden={finding !== found} data-finding={finding}>
          <Notice tone={finding === 'sound' ? 'good' : 'bad'} title={t(`receipt.found.${finding}`)}>
            <p>{t(`receipt.found.${finding}.text`)}</p>
          </Notice>
        </div>
      ))}
      <Facts check={check} />
      {check ? (
        <p class="soft small" data-by-server>
          {t('receipt.byServer')}
        </p>
      ) : null}
      <p class="soft small" hidden data-by-browser>
        {t('receipt.byBrowser')}
      </p>
    </section>
  );
}

function findingOf(check: ReceiptCheck): Finding {
  return check.type === 'sound' ? 'sound' : check.because;
}

/** What a genuine receipt says: of the one that the server checked, or empty for the script. */
function Facts({ check }: { readonly check: ReceiptCheck | null }) {
  const words = useWords();
  const { t } = words;
  const receipt = check?.type === 'sound' ? check.receipt : null;
  const facts = receipt ? factsOf(words, receipt) : null;
  const word = <K extends string>(all: readonly K[], chosen: K | undefined, say: (key: K) => string) =>
    all.map((each) => (
      <span key={each} hidden={each !== chosen} data-word={each}>
        {say(each)}
      </span>
    ));
  return (
    <div hidden={!receipt} data-facts>
      <dl class="facts receipt-facts panel">
        <div>
          <dt>{t('receipt.what')}</dt>
          <dd>{word(kinds, receipt?.entry.kind, (kind) => t(`receipt.kind.${kind}`))}</dd>
        </div>
        <div>
          <dt>{t('receipt.when')}</dt>
          <dd data-fact="at">{facts?.at}</dd>
        </div>
        <div>
          <dt>{t('receipt.who')}</dt>
          <dd>
            {word(actors, receipt?.entry.by, (actor) => t(`receipt.actor.${actor}`))}
            <span data-fact="role">{facts?.role}</span>
          </dd>
        </div>
        <div>
          <dt>{t('receipt.place')}</dt>
          <dd data-fact="place">{facts?.place}</dd>
        </div>
        <div>
          <dt>{t('receipt.size')}</dt>
          <dd data-fact="size">{facts?.size}</dd>
        </div>
        <div>
          <dt>{t('receipt.signed')}</dt>
          <dd data-fact="signed">{facts?.signed}</dd>
        </div>
      </dl>
    </div>
  );
}

function factsOf({ instant, number }: Words, { entry, log }: Extract<ReceiptCheck, { type: 'sound' }>['receipt']) {
  return {
    at: instant(new Date(entry.at)),
    role: entry.role ? ` (${entry.role})` : '',
    place: number(log.position + 1),
    size: number(log.head.size),
    signed: instant(new Date(log.head.signed_at)),
  };
}
