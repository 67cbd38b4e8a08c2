import type { ListedUpdate } from '../../../domains/studio/index.ts';
import { useWords } from '../../i18n.ts';
import type { AuthorText } from '../../learner/pages/author-pages.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { urls } from '../../urls.ts';
import type { Undo } from './arrange-routes.ts';
import { DeleteItem, UndoItem } from './item-tools.tsx';
import { PagesFrame } from './pages-frame.tsx';
import type { PagesView } from './pages-view.ts';

/** An update with its text as learners see it. */
export interface ShownUpdate extends ListedUpdate {
  readonly text: AuthorText;
}

/** News of the course, the newest first, as learners read them. */
export function UpdatesPage({
  view,
  shown,
  older,
  undo,
}: {
  readonly view: PagesView;
  readonly shown: readonly ShownUpdate[];
  /** Where the older ones begin; null when these are the last. */
  readonly older: number | null;
  readonly undo: Undo | null;
}) {
  const { t } = useWords();
  const { course, mayEdit } = view;
  const { courseKey } = course;
  return (
    <PagesFrame view={view} here="updates">
      <section class="stack" id="studio-pages">
        <h1>{t('coursePages.part.updates')}</h1>
        <UndoItem courseKey={courseKey} list="updates" undo={undo} />
        {mayEdit ? (
          <p>
            <ButtonLink href={urls.studioText(courseKey, 'update@new')} isSmall data-control="course-pages.new">
              {t('coursePages.newUpdate')}
            </ButtonLink>
          </p>
        ) : null}
        {shown.length === 0 ? (
          <EmptyState title={t('coursePages.noUpdates.title')} text={t('coursePages.noUpdates.text')} />
        ) : null}
        {shown.map((update) => (
          <Update key={update.key} update={update} view={view} />
        ))}
        {older === null ? null : (
          <p>
            <a href={`${urls.studioPages(courseKey, 'updates')}?from=${older}`} data-control="course-pages.older">
              {t('coursePages.older')}
            </a>
          </p>
        )}
      </section>
    </PagesFrame>
  );
}

function Update({ update, view }: { readonly update: ShownUpdate; readonly view: PagesView }) {
  const { t } = useWords();
  const { courseKey, language } = view.course;
  return (
    <article class="studio-block" id={`update-${update.key}`}>
      {update.text.styleHref ? <link rel="stylesheet" href={update.text.styleHref} /> : null}
      <div class="studio-block-bar">
        <h2 class="studio-title" lang={language} dir="auto">
          {update.title || t('coursePages.noDate')}
        </h2>
        {view.mayEdit ? (
          <div class="studio-block-tools">
            <ButtonLink
              href={urls.studioText(courseKey, `update@${update.key}`)}
              look="quiet"
              isSmall
              data-control="author.edit"
            >
              {t('author.edit')}
              <span class="only-heard"> {update.title}</span>
            </ButtonLink>
            <DeleteItem courseKey={courseKey} list="updates" item={update} />
          </div>
        ) : null}
      </div>
      <div
        class="studio-block-preview"
        lang={language}
        dir="auto"
        dangerouslySetInnerHTML={{ __html: update.text.html }}
      />
    </article>
  );
}
