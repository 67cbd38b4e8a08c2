import type { CollectedKind } from '../../../domains/disclosure/index.ts';
import { type Purpose, purposeNames } from '../../../kernel/purposes.ts';
import { useWords } from '../../i18n.ts';
import { useTerms } from '../../public/collected/collected-page.tsx';
import { urls } from '../../urls.ts';

export interface RecordsView {
  readonly operatorName: string;
  readonly privacyAddress: string;
  readonly storagePlace: string;
  readonly kinds: readonly CollectedKind[];
}

const columns = ['kind', 'holds', 'basis', 'howLong', 'recipients'] as const;

/** The records of processing as a data protection authority asks for them, made from the data map. */
export function RecordsPage({ operatorName, privacyAddress, storagePlace, kinds }: RecordsView) {
  const { t } = useWords();
  return (
    <div class="page-width stack-wide">
      <header class="stack column">
        <h1>{t('records.title')}</h1>
        <p class="lead">{t('records.lead')}</p>
        <p>
          <a href={urls.recordsAsData()} data-control="records.data">
            {t('records.data')}
          </a>
        </p>
      </header>
      <dl class="facts column">
        <dt>{t('records.controller')}</dt>
        <dd>{operatorName}</dd>
        <dt>{t('records.contact')}</dt>
        <dd>{privacyAddress}</dd>
        <dt>{t('records.place')}</dt>
        <dd>{storagePlace}</dd>
        <dt>{t('records.subjects')}</dt>
        <dd>{t('records.subjectsText')}</dd>
        <dt>{t('records.measures')}</dt>
        <dd>{t('records.measuresText')}</dd>
      </dl>
      {purposeNames.map((purpose) => (
        <PurposeRecord key={purpose} purpose={purpose} kinds={kinds} />
      ))}
    </div>
  );
}

function PurposeRecord({ purpose, kinds }: { readonly purpose: Purpose; readonly kinds: readonly CollectedKind[] }) {
  const { t } = useWords();
  const howLong = useTerms();
  const rows = kinds.flatMap(({ category, entries }) =>
    entries.filter(({ purposes }) => purposes.includes(purpose)).map((entry) => ({ category, entry })),
  );
  const id = `purpose-${purpose}`;
  return (
    <section class="stack" aria-labelledby={id}>
      <h2 id={id}>{t(`records.purpose.${purpose}`)}</h2>
      {purpose === 'rights' ? <p>{t('records.rights')}</p> : null}
      {rows.length > 0 ? (
        <table class="table table-told">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`records.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ category, entry }) => {
              const told = {
                kind: t(`collected.category.${category}`),
                holds: entry.holds,
                basis: entry.bases.map((basis) => t(`records.basis.${basis}`)).join(', '),
                howLong: howLong(entry).join('; '),
                recipients: entry.recipients.join(', ') || t('records.nobody'),
              };
              return (
                <tr key={`${category} ${entry.table}`}>
                  {columns.map((column) => (
                    <td key={column} data-column={t(`records.column.${column}`)}>
                      {told[column]}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}
