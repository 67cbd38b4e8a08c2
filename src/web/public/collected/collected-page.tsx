import type { CollectedEntry, CollectedKind } from '../../../domains/disclosure/index.ts';
import { useWords } from '../../i18n.ts';
import { urls } from '../../urls.ts';

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

function Entry({ entry }: { readonly entry: CollectedEntry }) {
  const { t } = useWords();
  return (
    <article class="panel stack">
      <h3>{entry.holds}</h3>
      <ul>
        {entry.values.map((value) => (
          <li key={value}>{value}</li>
        ))}
      </ul>
      <p>
        <strong>{t('collected.why')}</strong>{' '}
        {entry.purposes.map((purpose) => t(`collected.purpose.${purpose}`)).join('; ')}
      </p>
      <p>
        <strong>{t('collected.howLong')}</strong>{' '}
        {entry.keeps
          .map((keep) =>
            'days' in keep
              ? t('collected.days', { count: keep.days, from: keep.from.replaceAll('_', ' ') })
              : t('collected.with', { what: keep.with }),
          )
          .join('; ')}
      </p>
      <p>
        <strong>{t('collected.forgotten')}</strong>{' '}
        {entry.onErase
          .map((each) =>
            typeof each === 'object' ? t('collected.kept', { ground: each.keep }) : t(`collected.erase.${each}`),
          )
          .join('; ')}
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
