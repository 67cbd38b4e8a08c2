import { useWords } from '../../i18n.ts';
import type { AuthorText } from '../../learner/pages/author-pages.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldErrors } from '../../ui/error-summary.tsx';
import { Field, LongField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import { RichTools } from '../block/rich-tools.tsx';
import { Differences } from '../parts/differences.tsx';
import { PagesFrame } from './pages-frame.tsx';
import { backOf, type TextView } from './text-view.ts';

interface TextPageProps {
  readonly view: TextView;
  readonly preview: AuthorText;
  readonly errors: FieldErrors;
  /** Somebody else saved it meanwhile: what they wrote. */
  readonly theirs: string | null;
}

/** A text of the course in its editor, with what learners will see beside it. */
export function TextPage(props: TextPageProps) {
  const { t } = useWords();
  const { view, preview, errors, theirs } = props;
  const heading = t(`coursePages.edit.${view.kind}`);
  return (
    <PagesFrame view={view.pages} here={view.part} steps={[{ label: heading }]}>
      <div class="studio-editor">
        <div class="studio-editor-form">
          <h1>{heading}</h1>
          <ErrorSummary errors={errors} />
          {theirs === null ? null : (
            <Notice tone="warn" title={t('author.movedOn')} isNews>
              <p>{t('author.movedOnText')}</p>
              <Differences before={theirs} after={view.html} />
            </Notice>
          )}
          <TextForm {...props} />
        </div>
        <section class="studio-preview" id="studio-preview" aria-labelledby="studio-preview-title">
          {preview.styleHref ? <link rel="stylesheet" href={preview.styleHref} /> : null}
          <div class="studio-preview-head">
            <h2 id="studio-preview-title">{t('author.asLearners')}</h2>
          </div>
          {view.html.trim() === '' ? (
            <p class="soft">{t('author.nothingYet')}</p>
          ) : (
            <div lang={view.pages.course.language} dir="auto" dangerouslySetInnerHTML={{ __html: preview.html }} />
          )}
        </section>
      </div>
    </PagesFrame>
  );
}

function TextForm({ view, errors, theirs }: TextPageProps) {
  const { t } = useWords();
  const { courseKey } = view.pages.course;
  return (
    <form
      class="form"
      method="post"
      action={urls.studioText(courseKey, view.id)}
      data-editor="html"
      data-files={urls.studioFile(courseKey, '')}
    >
      <input type="hidden" name="edition" value={view.edition ?? ''} />
      {view.kind === 'handouts' ? null : (
        <Field
          name="title"
          label={t(view.kind === 'update' ? 'coursePages.date' : 'author.name')}
          value={view.title}
          maxLength={300}
          error={errors.title}
          isRequired={view.kind === 'page'}
        />
      )}
      <RichTools />
      <LongField name="text" label={t('author.source.html')} value={view.html} rows={16} error={errors.text} />
      <div class="form-actions">
        <Button name="action" value="save" data-control="author.save">
          {theirs === null ? t('author.save') : t('author.saveAnyway')}
        </Button>
        <Button name="action" value="preview" look="quiet" data-control="author.preview">
          {t('author.look')}
        </Button>
        <a href={backOf(view)} data-control="author.cancel">
          {t('author.cancel')}
        </a>
      </div>
    </form>
  );
}
