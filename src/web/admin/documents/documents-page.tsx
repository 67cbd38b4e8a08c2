import type { DocumentKind, PolicyDocument } from '../../../domains/policy/index.ts';
import { useWords } from '../../i18n.ts';
import { useDocumentMoments } from '../../public/documents/changes-page.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldErrors } from '../../ui/error-summary.tsx';
import { Field, LongField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';

/** A draft as it is typed. */
export interface TypedDraft {
  readonly text: string;
  /** As a date field sends it; empty for as soon as possible. */
  readonly from: string;
}

interface DocumentRow {
  readonly current: PolicyDocument;
  readonly toCome: readonly PolicyDocument[];
  readonly draft: { readonly changed_at: Date } | null;
}

/** The three documents: what holds, what is to come, and what is being worked on. */
export function DocumentList({
  rows,
  isPosted,
}: {
  readonly rows: readonly DocumentRow[];
  readonly isPosted: boolean;
}) {
  const { t } = useWords();
  return (
    <div class="column column-desk stack-wide">
      {isPosted ? (
        <Notice tone="good" isNews>
          <p>{t('adminDocuments.posted')}</p>
        </Notice>
      ) : null}
      <header class="stack">
        <h1>{t('adminDocuments.title')}</h1>
        <p class="lead">{t('adminDocuments.lead')}</p>
      </header>
      <ul class="desk-rows">
        {rows.map((row) => (
          <DocumentListRow key={row.current.kind} row={row} />
        ))}
      </ul>
    </div>
  );
}

function DocumentListRow({ row: { current, toCome, draft } }: { readonly row: DocumentRow }) {
  const { t, instant, momentOf } = useDocumentMoments();
  return (
    <li>
      <h2>
        <a href={urls.adminDocument(current.kind)} data-control="admin-documents.edit">
          {current.title}
        </a>
      </h2>
      {draft ? <span class="tag">{t('adminDocuments.draft', { when: instant(draft.changed_at) })}</span> : null}
      <p class="soft small">
        <a href={urls.document(current.kind)} data-control="admin-documents.show">
          {t('documents.effective', { day: momentOf(current) })}
        </a>
        {toCome.map((next) => (
          <>
            {' '}
            ·{' '}
            <a
              key={next.version}
              href={urls.documentVersion(next.kind, next.version)}
              data-control="admin-documents.show"
            >
              {t('adminDocuments.toCome', { day: momentOf(next) })}
            </a>
          </>
        ))}
      </p>
    </li>
  );
}

/** One document's draft: Markdown with the ids of its clauses. */
export function DraftEditor({
  kind,
  title,
  typed,
  errors,
}: {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly typed: TypedDraft;
  readonly errors: FieldErrors;
}) {
  const { t } = useWords();
  return (
    <div class="column column-desk stack-wide">
      <header class="stack">
        <h1>{title}</h1>
        <p class="lead">{t('adminDocuments.editLead')}</p>
      </header>
      <ErrorSummary errors={errors} />
      <form class="form form-wide" method="post" action={urls.adminDocument(kind)} novalidate>
        <LongField
          name="text"
          label={t('adminDocuments.text')}
          why={t('adminDocuments.textWhy')}
          value={typed.text}
          error={errors.text}
          rows={28}
          isRequired
        />
        <Field
          name="from"
          type="datetime-local"
          label={t('adminDocuments.from')}
          why={t('adminDocuments.fromWhy')}
          value={typed.from}
          error={errors.from}
        />
        <div class="form-actions">
          <Button name="act" value="preview" data-control="admin-documents.preview">
            {t('adminDocuments.toPreview')}
          </Button>
          <Button name="act" value="keep" look="quiet" data-control="admin-documents.keep">
            {t('adminDocuments.keep')}
          </Button>
        </div>
      </form>
      <form method="post" action={urls.dropDraft(kind)}>
        <Button look="danger" isSmall data-control="admin-documents.drop">
          {t('adminDocuments.drop')}
        </Button>
      </form>
    </div>
  );
}
