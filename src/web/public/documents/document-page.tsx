import type { PolicyDocument } from '../../../domains/policy/index.ts';
import { useWords } from '../../i18n.ts';
import { Fold } from '../../ui/fold.tsx';
import { markLeavingLinks } from '../../ui/leaving-links.ts';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import { useDocumentMoments } from './changes-page.tsx';
import { documentHtml } from './document-html.ts';

export interface DocumentView {
  readonly document: PolicyDocument;
  /** The version that holds now. */
  readonly current: PolicyDocument;
  /** The version before the one that is shown; null for the first. */
  readonly before: PolicyDocument | null;
  /** All versions, newest first. */
  readonly versions: readonly PolicyDocument[];
}

export function DocumentPage({ view: { document, current, before, versions } }: { readonly view: DocumentView }) {
  const { t, momentOf } = useDocumentMoments();
  const isCurrent = document.version === current.version;
  return (
    <div class="page-width document">
      <header class="stack">
        <h1>{document.title}</h1>
        <p class="lead">{t('documents.effective', { day: momentOf(document) })}</p>
        {before ? (
          <p>
            <a
              href={urls.documentChanges(document.kind, before.version, document.version)}
              data-control="document.changes"
            >
              {t('documents.changes')}
            </a>
          </p>
        ) : null}
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
            {versions.map((one) => (
              <li key={one.version}>
                <a
                  href={urls.documentVersion(one.kind, one.version)}
                  aria-current={one.version === document.version ? 'page' : undefined}
                  data-control="document.version"
                >
                  {momentOf(one)}
                </a>
                {one.version === current.version ? <span class="soft"> {t('documents.inEffect')}</span> : null}
              </li>
            ))}
          </ul>
        </Fold>
      </nav>
      {/* The site's own documents, with all markup escaped. */}
      <article
        class="prose"
        dangerouslySetInnerHTML={{ __html: markLeavingLinks(documentHtml(document), null, { t }) }}
      />
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
