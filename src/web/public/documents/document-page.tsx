import type { PolicyDocument } from '../../../domains/policy/index.ts';
import { useWords } from '../../i18n.ts';
import { Fold } from '../../ui/fold.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import { documentHtml } from './document-html.ts';

export interface DocumentView {
  readonly document: PolicyDocument;
  /** The version that holds now. */
  readonly current: PolicyDocument;
  /** All versions, newest first. */
  readonly versions: readonly PolicyDocument[];
}

export function DocumentPage({ view: { document, current, versions } }: { readonly view: DocumentView }) {
  const { t, day } = useWords();
  const isCurrent = document.version === current.version;
  return (
    <div class="page-width document">
      <header class="stack">
        <h1>{document.title}</h1>
        <p class="lead">{t('documents.effective', { day: day(document.effective_at) })}</p>
        {isCurrent ? null : <OtherVersion document={document} current={current} />}
      </header>
      <nav class="document-contents" aria-label={t('documents.contents')}>
        <Fold label={t('documents.contentsAndVersions')}>
          <h2 class="contents-title">{t('documents.contents')}</h2>
          <ol>
            {document.clauses.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`} data-control="document.clause">
                  {title}
                </a>
              </li>
            ))}
          </ol>
          <h2>{t('documents.versions')}</h2>
          <ul>
            {versions.map(({ kind, version, effective_at }) => (
              <li key={version}>
                <a
                  href={urls.documentVersion(kind, version)}
                  aria-current={version === document.version ? 'page' : undefined}
                  data-control="document.version"
                >
                  {day(effective_at)}
                </a>
                {version === current.version ? <span class="soft"> {t('documents.inEffect')}</span> : null}
              </li>
            ))}
          </ul>
        </Fold>
      </nav>
      {/* The site's own documents, with all markup escaped. */}
      <article class="prose" dangerouslySetInnerHTML={{ __html: documentHtml(document) }} />
    </div>
  );
}

/** A version that held before, or will hold. */
function OtherVersion({ document, current }: Pick<DocumentView, 'document' | 'current'>) {
  const { t } = useWords();
  const isToCome = document.effective_at > current.effective_at;
  return (
    <Notice tone="warn" title={isToCome ? t('documents.toCome') : t('documents.past')}>
      <p>
        <a href={urls.document(current.kind)} data-control="document.current">
          {t('documents.toCurrent')}
        </a>
      </p>
    </Notice>
  );
}
