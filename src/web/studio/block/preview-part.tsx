import { useWords } from '../../i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';
import type { Preview } from '../preview/previewer.ts';
import type { EditorView } from './editor-view.ts';

/** What learners will see of what is written: swapped by itself while the author writes. */
export function PreviewPart({
  view,
  preview,
  seed = 1,
}: {
  readonly view: EditorView;
  readonly preview: Preview | null;
  readonly seed?: number;
}) {
  const { t } = useWords();
  const { broken, course, block } = view;
  return (
    <section
      class="studio-preview"
      id="studio-preview"
      aria-labelledby="studio-preview-title"
      data-broken-line={broken?.line}
      data-broken-why={broken?.why}
    >
      {preview?.styleHref ? <link rel="stylesheet" href={preview.styleHref} /> : null}
      <div class="studio-preview-head">
        <h2 id="studio-preview-title">{t('author.asLearners')}</h2>
        {block.tag === 'problem' && preview ? (
          <form
            method="post"
            action={`${urls.studioBlockAction(course.courseKey, block.id, 'try')}?of=written&seed=${seed + 1}&whole`}
            data-behaviour="swap-form"
          >
            <span class="small soft">{t('author.variant', { seed })}</span>
            <Button look="quiet" isSmall data-control="author.variant">
              {t('author.nextVariant')}
            </Button>
          </form>
        ) : null}
      </div>
      {broken ? (
        <Notice tone="bad" title={broken.line > 0 ? t('author.brokenAt', { line: broken.line }) : t('author.broken')}>
          <p>{broken.why}</p>
        </Notice>
      ) : null}
      {preview && preview.html !== '' ? (
        <div lang={course.language} dangerouslySetInnerHTML={{ __html: preview.html }} />
      ) : broken ? null : (
        <p class="soft">{t('author.nothingYet')}</p>
      )}
    </section>
  );
}
