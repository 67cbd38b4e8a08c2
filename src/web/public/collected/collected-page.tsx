import type { CollectedEntry, CollectedKind } from '../../../domains/disclosure/index.ts';
import { useWords } from '../../i18n.ts';
import { urls } from '../../urls.ts';
import { entryWords } from './entry-words.ts';

/** What the site holds on people, kind by kind, with why, how long and how it is forgotten. */
export function CollectedPage({ kinds }: { readonly kinds: readonly CollectedKind[] }) {
  const { t } = useWords();
  return (
    <div class="column stack-wide">
      <header class="stack">
        <h1>{t('collected.title')}</h1>
        <p class="lead">{t('collected.lead')}</p>
      </header>
      {kinds.map(({ category, entries }) => (
        <section key={category} class="stack" aria-labelledby={`kind-${category}`}>
          <h2 id={`kind-${category}`}>{t(`collected.category.${category}`)}</h2>
          {entries.map((entry) => (
            <Entry key={entry.table} entry={entry} />
          ))}
        </section>
      ))}
    </div>
  );
}

/** How long what an entry names stays, in words. */
export function useTerms(): (entry: Pick<CollectedEntry, 'keeps' | 'sooner'>) => string[] {
  const { t } = useWords();
  const name = (column: string) => column.replaceAll('_', ' ');
  return ({ keeps, sooner }) => [
    ...keeps.map((keep) => {
      if (!('days' in keep)) return t('collected.with', { what: keep.with });
      const words = { count: keep.days, from: name(keep.from) };
      return keep.leaves ? t('collected.daysThenNetwork', words) : t('collected.days', words);
    }),
    ...(sooner
      ? [t('collected.sooner', { count: sooner.days, from: name(sooner.from), unless: name(sooner.unless) })]
      : []),
  ];
}

function Entry({ entry }: { readonly entry: CollectedEntry }) {
  const words = useWords();
  const { t } = words;
  const { why, howLong, forgotten } = entryWords(words, entry);
  return (
    <article class="panel stack">
      <h3>{entry.holds}</h3>
      <ul>
        {entry.values.map((value) => (
          <li key={value}>{value}</li>
        ))}
      </ul>
      <p>
        <strong>{t('collected.why')}</strong> {why}
      </p>
      <p>
        <strong>{t('collected.howLong')}</strong> {howLong}
      </p>
      <p>
        <strong>{t('collected.forgotten')}</strong> {forgotten}
      </p>
      {entry.recipients.length > 0 && (
        <p>
          <strong>{t('collected.recipients')}</strong> {entry.recipients.join('; ')}
        </p>
      )}
      <p class="soft small">
        {t('collected.clauses')}{' '}
        {entry.clauses.map((clause) => (
          <a key={clause} href={`${urls.document('privacy')}#${clause}`} data-control="collected.clause">
            {clause}{' '}
          </a>
        ))}
      </p>
    </article>
  );
}
