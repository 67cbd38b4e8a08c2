import { renderToString } from 'preact-render-to-string';
import type { ArchivedTable, ArchiveView } from '../../../domains/disclosure/index.ts';
import { useWords, type Words, WordsProvider } from '../../i18n.ts';
import { entryWords } from '../../public/collected/entry-words.ts';
import { copyStyle } from './copy-style.ts';
import { isReadable, sayValue } from './say-value.ts';

/** Makes the page of the archive that people read: it opens from a folder, and asks nobody for anything. */
export function copyPage(words: Words, siteName: string): (view: ArchiveView) => string {
  return (view) =>
    `<!doctype html>${renderToString(
      <WordsProvider value={words}>
        <CopyPage view={view} siteName={siteName} />
      </WordsProvider>,
    )}`;
}

function CopyPage({ view: { made_at, tables }, siteName }: { readonly view: ArchiveView; readonly siteName: string }) {
  const { t, instant, language, direction } = useWords();
  const kinds = [...new Set(tables.map(({ category }) => category))];
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>{t('copy.pageTitle', { site: siteName })}</title>
        <style dangerouslySetInnerHTML={{ __html: copyStyle }} />
      </head>
      <body>
        <header>
          <h1>{t('copy.pageTitle', { site: siteName })}</h1>
          <p>{t('copy.pageLead', { when: instant(made_at) })}</p>
          <p class="soft">{t('copy.pageFiles')}</p>
          <nav aria-label={t('myData.held')}>
            <ul>
              {kinds.map((kind) => (
                <li key={kind}>
                  <a href={`#${kind}`} data-control="copy.kind">
                    {t(`collected.category.${kind}`)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <main>
          {kinds.map((kind) => (
            <section key={kind} id={kind}>
              <h2>{t(`collected.category.${kind}`)}</h2>
              {tables
                .filter(({ category }) => category === kind)
                .map((table) => (
                  <Table key={table.table} table={table} />
                ))}
            </section>
          ))}
        </main>
        <footer class="soft">
          <p>{t('copy.pageProof')}</p>
        </footer>
      </body>
    </html>
  );
}

function Table({ table }: { readonly table: ArchivedTable }) {
  const words = useWords();
  const { t } = words;
  const { why, howLong, forgotten } = entryWords(words, table);
  const names = new Map(table.columns.map(({ column, what }) => [column, what]));
  // Numbers of rows that the map says nothing of lead from table to table: the data have them.
  const isBareId = (column: string) => /(^|_)id$/.test(column) && names.get(column) === column.replaceAll('_', ' ');
  return (
    <article>
      <header>
        <h3>{table.holds}</h3>
        <span class="soft">{t('myData.entries', { count: table.rows })}</span>
      </header>
      <details open={table.rows === 1}>
        <summary>{t('copy.look')}</summary>
        <ol>
          {table.newest.map((row, index) => (
            <li class="row" key={index}>
              <dl>
                {Object.entries(row)
                  .filter(([column, value]) => isReadable(value) && !isBareId(column))
                  .map(([column, value]) => (
                    <div key={column}>
                      <dt>{names.get(column)}</dt>
                      <dd dir="auto">{sayValue(words, value)}</dd>
                    </div>
                  ))}
              </dl>
            </li>
          ))}
        </ol>
        {table.rows > table.newest.length ? (
          <p class="soft">{t('held.newest', { shown: table.newest.length, count: table.rows })}</p>
        ) : null}
      </details>
      <p>
        <a href={table.file} data-control="copy.rows">
          {t('copy.allRows', { file: table.file })}
        </a>
      </p>
      <dl class="facts">
        <dt>{t('collected.why')}</dt>
        <dd>{why || t('held.whyRights')}</dd>
        <dt>{t('collected.howLong')}</dt>
        <dd>{howLong}</dd>
        <dt>{t('collected.forgotten')}</dt>
        <dd>{forgotten}</dd>
        {table.withheld.map(({ column, because }) => (
          <>
            <dt key={`${column} name`}>{t('held.withheld')}</dt>
            <dd key={column}>{t('held.because', { what: column.replaceAll('_', ' '), because })}</dd>
          </>
        ))}
      </dl>
    </article>
  );
}
