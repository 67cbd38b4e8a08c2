import { type CourseVersion, findFile } from '../../../domains/courses/index.ts';
import { useWords } from '../../i18n.ts';
import { urls } from '../../urls.ts';

/** The course's books: files of its own, and links to what lies elsewhere, which say where they lead. */
export function Textbooks({ version }: { readonly version: CourseVersion }) {
  const { t } = useWords();
  return (
    <div class="stack-wide">
      {version.info.textbooks.map((book, at) => (
        <section key={`${book.title} ${at}`} lang={version.language} dir="auto">
          <h2>{book.title}</h2>
          <ol class="textbook-chapters">
            {book.chapters.map(({ title, url }, index) => (
              <li key={url}>
                <Chapter version={version} url={url} title={title || t('textbooks.chapter', { number: index + 1 })} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Chapter({
  version,
  url,
  title,
}: {
  readonly version: CourseVersion;
  readonly url: string;
  readonly title: string;
}) {
  const { t } = useWords();
  const file = findFile(version.files, url);
  if (file) {
    return (
      <a href={urls.asset(file.hash, file.name)} data-control="textbooks.chapter">
        {title}
      </a>
    );
  }
  if (!/^https?:/.test(url) || !URL.canParse(url)) return <>{title}</>;
  return (
    <>
      <a class="leaves-site" href={url} rel="noopener noreferrer" data-control="textbooks.chapter">
        {title}
        <span class="only-heard"> {t('content.leavesSite')}</span>
      </a>{' '}
      <span class="small soft">{t('textbooks.elsewhere', { host: new URL(url).host })}</span>
    </>
  );
}
