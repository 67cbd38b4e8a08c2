import type { HeldKind } from '../../../domains/disclosure/index.ts';
import { useWords } from '../../i18n.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import { AccountFrame } from '../account-frame.tsx';
import { KindList } from './kind-list.tsx';
import { shortName } from './say-value.ts';
import { WaitingErasure } from './waiting-erasure.tsx';

export interface MyDataView {
  readonly kinds: readonly HeldKind[];
  /** Since when their data are at rest; null when they are not. */
  readonly restricted_at: Date | null;
  /** When their account will be erased; null when nothing of the kind was asked. */
  readonly erased_at: Date | null;
  /** What was just done, to say so. */
  readonly done: Done | null;
}

export const dones = ['stopped'] as const;
export type Done = (typeof dones)[number];

/** The first page of the privacy centre: what is held, and what they can do about it. */
export function MyDataPage({ view }: { readonly view: MyDataView }) {
  const { t } = useWords();
  return (
    <AccountFrame place="data" title={t('myData.title')} lead={t('myData.lead')}>
      {view.done ? (
        <Notice tone="good" isNews>
          <p>{t(`myData.done.${view.done}`)}</p>
        </Notice>
      ) : null}
      <Standing view={view} />
      <Kinds kinds={view.kinds} />
      <section class="stack" aria-labelledby="your-ways">
        <h2 id="your-ways">{t('myData.ways')}</h2>
        <ul class="ways">
          {ways.map(({ name, href, control }) => (
            <li key={name}>
              <a href={href()} data-control={control}>
                <strong>{t(`myData.way.${name}`)}</strong>
                <span>{t(`myData.way.${name}Text`)}</span>
                <Icon name="next" />
              </a>
            </li>
          ))}
        </ul>
      </section>
      <p class="soft small">
        {t('myData.more')}{' '}
        <a href={urls.collected()} data-control="my-data.collected">
          {t('collected.title')}
        </a>{' '}
        ·{' '}
        <a href={urls.document('privacy')} data-control="my-data.policy">
          {t('site.privacy')}
        </a>
      </p>
    </AccountFrame>
  );
}

const ways = [
  { name: 'ledger', href: urls.myLedger, control: 'my-data.ledger' },
  { name: 'copy', href: urls.copyOfMyData, control: 'my-data.copy' },
  { name: 'correct', href: urls.correct, control: 'my-data.correct' },
  { name: 'limits', href: urls.useLimits, control: 'my-data.limits' },
  { name: 'erase', href: urls.eraseMe, control: 'my-data.erase' },
] as const;

/** That the data are at rest, or about to go. */
function Standing({ view: { restricted_at, erased_at } }: { readonly view: MyDataView }) {
  const { t, instant } = useWords();
  if (erased_at) return <WaitingErasure due_at={erased_at} />;
  if (!restricted_at) return null;
  return (
    <Notice tone="warn" title={t('atRest.since', { when: instant(restricted_at) })}>
      <p>{t('atRest.text')}</p>
      <p>
        <ButtonLink href={urls.useLimits()} look="quiet" isSmall data-control="at-rest.limits">
          {t('atRest.change')}
        </ButtonLink>
      </p>
    </Notice>
  );
}

/** What is held, kind by kind, with how many entries there are. */
function Kinds({ kinds }: Pick<MyDataView, 'kinds'>) {
  const { t } = useWords();
  return (
    <section class="stack" aria-labelledby="held">
      <h2 id="held">{t('myData.held')}</h2>
      <p class="soft">{t('myData.heldText')}</p>
      <KindList kinds={kinds} about={namesOf} />
    </section>
  );
}

const most_named = 5;

/** The first of what is held, in a few words. */
function namesOf(entries: HeldKind['entries']): string {
  const names = [...new Set(entries.flatMap(({ values }) => values.map(shortName)))].filter((name) =>
    name.includes(' '),
  );
  return names.slice(0, most_named).join(' · ') + (names.length > most_named ? ' …' : '');
}
