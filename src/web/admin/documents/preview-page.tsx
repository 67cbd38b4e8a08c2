import { compareDocuments, news_days, type PolicyDocument } from '../../../domains/policy/index.ts';
import { useDocumentMoments } from '../../public/documents/changes-page.tsx';
import { Differences } from '../../public/documents/differences.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';

export interface PreviewView {
  readonly current: PolicyDocument;
  readonly next: PolicyDocument;
  /** Ids of clauses behind which no check of the software stands. */
  readonly unchecked: readonly string[];
  /** As it was typed. */
  readonly from: string;
}

/** What posting would change, in the words that everybody will see, and what will happen then. */
export function PreviewPage({
  view: { current, next, unchecked, from },
  title,
}: {
  readonly view: PreviewView;
  readonly title: string;
}) {
  const { t, instant } = useDocumentMoments();
  const { kind } = next;
  return (
    <div class="column column-desk stack-wide">
      <header class="stack">
        <h1>{title}</h1>
        <p class="lead">{t('adminDocuments.previewLead')}</p>
      </header>
      <Differences differences={compareDocuments(current, next)} />
      {unchecked.length > 0 ? (
        <Notice title={t('adminDocuments.uncheckedTitle', { ids: unchecked.join(', ') })}>
          <p>{t('adminDocuments.uncheckedText')}</p>
        </Notice>
      ) : null}
      <Notice tone="warn" title={t('adminDocuments.postTitle', { when: instant(next.effective_at) })}>
        <p>
          {t(kind === 'honor-code' ? 'adminDocuments.postHonorCode' : 'adminDocuments.postText', { days: news_days })}
        </p>
      </Notice>
      <form class="form-actions" method="post" action={urls.postDocument(kind)}>
        <input type="hidden" name="from" value={from} />
        <input type="hidden" name="seen" value={next.hash} />
        <Button data-control="admin-documents.post">{t('adminDocuments.post')}</Button>
        <ButtonLink href={urls.adminDocument(kind)} look="quiet" data-control="admin-documents.back">
          {t('adminDocuments.back')}
        </ButtonLink>
      </form>
    </div>
  );
}
