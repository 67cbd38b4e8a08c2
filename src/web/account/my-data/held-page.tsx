import type { HeldEntry, HeldKind } from '../../../domains/disclosure/index.ts';
import { useWords } from '../../i18n.ts';
import { entryWords } from '../../public/collected/entry-words.ts';
import { urls } from '../../urls.ts';
import { DataFrame } from './data-frame.tsx';
import { isReadable, sayValue } from './say-value.ts';

/** What is held of one kind: each list with its newest entries, from where they are, why they are held and how long. */
export function HeldPage({
  category,
  entries,
}: {
  readonly category: HeldKind['category'];
  readonly entries: readonly HeldEntry[];
}) {
  const { t } = useWords();
  return (
    <DataFrame title={t(`collected.category.${category}`)} lead={t('held.lead')}>
      {entries.map((entry) => (
        <Entry key={entry.table} entry={entry} isNumbers={category === 'identifier'} />
      ))}
      <p>
        {t('held.all')}{' '}
        <a href={urls.copyOfMyData()} data-control="my-data.copy">
          {t('copy.title')}
        </a>
      </p>
    </DataFrame>
  );
}

function Entry({ entry, isNumbers }: { readonly entry: HeldEntry; readonly isNumbers: boolean }) {
  const words = useWords();
  const { t } = words;
  const { why, howLong, forgotten } = entryWords(words, entry);
  return (
    <article class="panel held">
      <header>
        <h2>{entry.holds}</h2>
        <span class="tag figures">{t('myData.entries', { count: entry.rows })}</span>
      </header>
      {/* Random numbers beside many rows say nothing to anybody: their count does. */}
      {isNumbers && entry.rows > 1 ? null : <Rows entry={entry} />}
      <dl class="held-facts">
        <dt>{t('held.source')}</dt>
        <dd>{entry.sources.map((source) => t(`held.source.${source}`)).join('; ')}</dd>
        <dt>{t('collected.why')}</dt>
        <dd>{why || t('held.whyRights')}</dd>
        <dt>{t('collected.howLong')}</dt>
        <dd>{howLong}</dd>
        <dt>{t('collected.forgotten')}</dt>
        <dd>{forgotten}</dd>
        {entry.withheld.map(({ what, because }) => (
          <>
            <dt key={`${what} name`}>{t('held.withheld')}</dt>
            <dd key={what}>{t('held.because', { what, because })}</dd>
          </>
        ))}
        <dt>{t('collected.clauses')}</dt>
        <dd>
          {entry.clauses.map((clause) => (
            <a key={clause} href={`${urls.document('privacy')}#${clause}`} data-control="collected.clause">
              {clause}{' '}
            </a>
          ))}
        </dd>
      </dl>
    </article>
  );
}

function Rows({ entry: { newest, names, rows } }: { readonly entry: HeldEntry }) {
  const words = useWords();
  const shown = newest
    .map((row) => Object.entries(row).filter(([, value]) => isReadable(value)))
    .filter((values) => values.length > 0);
  if (shown.length === 0) return null;
  return (
    <>
      <ol class="held-rows">
        {shown.map((values, index) => (
          <li key={index}>
            <dl>
              {values.map(([column, value]) => (
                <div key={column}>
                  <dt>{names[column]}</dt>
                  <dd class="as-typed" dir="auto">
                    {sayValue(words, value)}
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
      {rows > newest.length ? (
        <p class="soft small">{words.t('held.newest', { shown: newest.length, count: rows })}</p>
      ) : null}
    </>
  );
}
