import { compareDocuments, type PolicyDocument } from '../../../domains/policy/index.ts';
import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';
import { Differences } from './differences.tsx';

export interface ChangesView {
  readonly before: PolicyDocument;
  readonly after: PolicyDocument;
  /** All versions to choose from, newest first. */
  readonly versions: readonly PolicyDocument[];
}

/** What differs between any two versions, for everybody. */
export function ChangesPage({
  view: { before, after, versions },
  title,
}: {
  readonly view: ChangesView;
  readonly title: string;
}) {
  const { t, momentOf } = useDocumentMoments();
  const { kind } = after;
  const options = versions.map((one) => ({ value: one.version, label: momentOf(one) }));
  return (
    <div class="column stack-wide">
      <header class="stack">
        <h1>{title}</h1>
        <p class="lead">{t('documents.changesFromTo', { from: momentOf(before), to: momentOf(after) })}</p>
        <p>
          <a href={urls.documentVersion(kind, after.version)} data-control="document.version">
            {t('documents.wholeText')}
          </a>
        </p>
      </header>
      {versions.length > 2 ? (
        <form class="form changes-choice" method="get" action={urls.changes(kind)}>
          <SelectField name="from" label={t('documents.from')} value={before.version} options={options} />
          <SelectField name="to" label={t('documents.to')} value={after.version} options={options} />
          <Button look="quiet" data-control="document.compare">
            {t('documents.compare')}
          </Button>
        </form>
      ) : null}
      <Differences differences={compareDocuments(before, after)} />
    </div>
  );
}

/** From when a version holds, as pages say it: the day, and the time where it is not midnight. */
export function useDocumentMoments() {
  const words = useWords();
  const momentOf = ({ version, effective_at }: PolicyDocument) =>
    version.length > 10 ? words.instant(effective_at) : words.day(effective_at);
  return { ...words, momentOf };
}
