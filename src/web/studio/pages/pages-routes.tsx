import { respondWithPage } from '../../layout/page.tsx';
import { createAuthorPages } from '../../learner/pages/author-pages.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { urls } from '../../urls.ts';
import { readUndoMark } from '../outline/outline-view.ts';
import type { StudioRoutes } from '../studio-site.ts';
import { ListPage } from './list-page.tsx';
import { PagesFrame } from './pages-frame.tsx';
import { readPagesView } from './pages-view.ts';
import { TextbooksPage } from './textbooks-page.tsx';
import { type ShownUpdate, UpdatesPage } from './updates-page.tsx';

const pattern = '/studio/courses/:courseKey/pages';
const most_shown = 20;

/** What a course has beside its outline: pages, updates, handouts, textbooks. */
export const pagesRoutes: StudioRoutes = (studio, powers) => {
  const render = createAuthorPages(powers);

  studio.get(pattern, 'course.see', async (c, place) => {
    const view = await readPagesView(powers, place);
    const children = <ListPage view={view} undo={readUndoMark(c.req.query('undo'))} />;
    return respondWithPage(c, { title: c.var.words.t('coursePages.title'), scripts: ['drag-blocks'], children });
  });

  studio.get(`${pattern}/updates`, 'course.see', async (c, place) => {
    const view = await readPagesView(powers, place);
    const all = view.pages.updates;
    const from = Math.max(0, Math.trunc(Number(c.req.query('from'))) || 0);
    const shown: ShownUpdate[] = [];
    for (const update of all.slice(from, from + most_shown))
      shown.push({ ...update, text: await render(update.html, view.open.version, c.var.words) });
    const older = from + most_shown < all.length ? from + most_shown : null;
    const undo = readUndoMark(c.req.query('undo'));
    return respondWithPage(c, {
      title: c.var.words.t('coursePages.part.updates'),
      scripts: [...new Set(shown.flatMap(({ text }) => text.scripts))],
      children: <UpdatesPage view={view} shown={shown} older={older} undo={undo} />,
    });
  });

  studio.get(`${pattern}/handouts`, 'course.see', async (c, place) => {
    const view = await readPagesView(powers, place);
    const { t } = c.var.words;
    const { courseKey, language } = view.course;
    const text = await render(view.pages.handouts.html, view.open.version, c.var.words);
    const children = (
      <PagesFrame view={view} here="handouts">
        {text.styleHref ? <link rel="stylesheet" href={text.styleHref} /> : null}
        <h1>{t('coursePages.part.handouts')}</h1>
        {view.mayEdit ? (
          <ButtonLink href={urls.studioText(courseKey, 'handouts')} isSmall data-control="author.edit">
            {t('author.edit')}
          </ButtonLink>
        ) : null}
        {view.pages.handouts.html.trim() === '' ? (
          <p class="soft">{t('author.nothingYet')}</p>
        ) : (
          <div lang={language} dir="auto" dangerouslySetInnerHTML={{ __html: text.html }} />
        )}
      </PagesFrame>
    );
    return respondWithPage(c, { title: t('coursePages.part.handouts'), scripts: text.scripts, children });
  });

  studio.get(`${pattern}/textbooks`, 'course.see', async (c, place) => {
    const view = await readPagesView(powers, place);
    const children = <TextbooksPage view={view} undo={readUndoMark(c.req.query('undo'))} />;
    return respondWithPage(c, { title: c.var.words.t('coursePages.part.textbooks'), children });
  });
};
