import type { ListedPage } from '../../../domains/studio/index.ts';
import { useWords } from '../../i18n.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { urls } from '../../urls.ts';
import { MoveButton } from '../parts/move-button.tsx';
import type { Undo } from './arrange-routes.ts';
import { DeleteItem, UndoItem } from './item-tools.tsx';
import { PagesFrame } from './pages-frame.tsx';
import type { PagesView } from './pages-view.ts';

/** The course's pages in their order. Dragged or moved by buttons, through the one form that the outline has, too. */
export function ListPage({ view, undo }: { readonly view: PagesView; readonly undo: Undo | null }) {
  const { t } = useWords();
  const { course, pages, mayEdit } = view;
  const { courseKey } = course;
  return (
    <PagesFrame view={view} here="list">
      <section class="stack" id="studio-pages">
        <h1>{t('coursePages.part.list')}</h1>
        <UndoItem courseKey={courseKey} list="pages" undo={undo} />
        <p class="soft">{t('coursePages.listWhy')}</p>
        {mayEdit ? <form id="ask-move" method="post" action={urls.studioArrange(courseKey, 'pages', 'move')} /> : null}
        <ol class="studio-units studio-pages" data-parent="pages">
          {pages.pages.map((page) => (
            <PageRow key={page.key} page={page} view={view} />
          ))}
        </ol>
        {mayEdit ? (
          <p>
            <ButtonLink href={urls.studioText(courseKey, 'page@new')} isSmall data-control="course-pages.new">
              {t('coursePages.newPage')}
            </ButtonLink>
          </p>
        ) : null}
      </section>
    </PagesFrame>
  );
}

function PageRow({ page, view }: { readonly page: ListedPage; readonly view: PagesView }) {
  const { t } = useWords();
  const { courseKey, language } = view.course;
  const title = page.title || page.type;
  const block = { id: page.key, title };
  return (
    <li class="studio-unit-row" data-block={page.isFixed ? undefined : page.key}>
      <div class="studio-line">
        {page.isOwn && view.mayEdit ? (
          <a
            class="studio-title"
            href={urls.studioText(courseKey, `page@${page.key}`)}
            lang={language}
            dir="auto"
            data-control="author.edit"
          >
            {title}
          </a>
        ) : (
          <span class="studio-title" lang={language} dir="auto">
            {title}
          </span>
        )}
        <span class="studio-facts">
          {page.isHidden ? <span class="badge badge-staff">{t('coursePages.hidden')}</span> : null}
          {page.isOwn ? null : <span>{t(page.isFixed ? 'coursePages.fixed' : 'coursePages.builtIn')}</span>}
        </span>
        {view.mayEdit && !page.isFixed ? (
          <span class="studio-block-tools">
            <MoveButton block={block} direction="up" />
            <MoveButton block={block} direction="down" />
            <form method="post" action={urls.studioArrange(courseKey, 'pages', page.isHidden ? 'show' : 'hide')}>
              <input type="hidden" name="block" value={page.key} />
              <Button look="quiet" isSmall data-control="course-pages.hide">
                {t(page.isHidden ? 'coursePages.show' : 'coursePages.hide')}
                <span class="only-heard"> {title}</span>
              </Button>
            </form>
            {page.isOwn ? <DeleteItem courseKey={courseKey} list="pages" item={page} /> : null}
          </span>
        ) : null}
      </div>
    </li>
  );
}
