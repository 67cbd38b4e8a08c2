import type { CourseReader } from '../../../domains/learning/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CoursePageFrame } from '../course/course-page.tsx';
import { enter } from '../course/enter.tsx';
import type { CoursePlace } from '../parts/course-navigation.tsx';
import { type AuthorText, createAuthorPages } from './author-pages.ts';
import { Textbooks } from './textbooks.tsx';

/** Updates, handouts, textbooks and the author's extra pages. */
export const pageRoutes: Routes = (site, powers) => {
  const render = createAuthorPages(powers);

  site.get('/learn/:courseKey/updates', async (c) => {
    const reader = await enter(c, powers);
    if (reader instanceof Response) return reader;
    const updates: { date: string; text: AuthorText }[] = [];
    for (const { date, html } of reader.version.info.updates) {
      updates.push({ date, text: await render(html, reader.version, c.var.words) });
    }
    const title = c.var.words.t('updates.title');
    return respondWithAuthorPage(c, reader, 'updates', title, updates);
  });

  site.get('/learn/:courseKey/handouts', async (c) => {
    const reader = await enter(c, powers);
    if (reader instanceof Response) return reader;
    const { handouts } = reader.version.info;
    if (!handouts) return respondNotFound(c);
    const text = await render(handouts, reader.version, c.var.words);
    return respondWithAuthorPage(c, reader, 'handouts', c.var.words.t('handouts.title'), [{ date: '', text }]);
  });

  site.get('/learn/:courseKey/page/:slug', async (c) => {
    const reader = await enter(c, powers);
    if (reader instanceof Response) return reader;
    const slug = c.req.param('slug');
    const tab = reader.version.info.tabs.find((one) => one.slug === slug && one.html !== null);
    if (!tab || (tab.isHidden && !reader.isStaff)) return respondNotFound(c);
    const text = await render(tab.html ?? '', reader.version, c.var.words);
    return respondWithAuthorPage(c, reader, { slug }, tab.name, [{ date: '', text }]);
  });

  site.get('/learn/:courseKey/textbooks', (c) => textbooks(c, powers));
};

async function textbooks(c: SiteContext, powers: Powers): Promise<Response> {
  const reader = await enter(c, powers);
  if (reader instanceof Response) return reader;
  const title = c.var.words.t('textbooks.title');
  const children = (
    <CoursePageFrame reader={reader} here="textbooks" title={title}>
      <h1>{title}</h1>
      <Textbooks version={reader.version} />
    </CoursePageFrame>
  );
  return respondWithPage(c, { title: `${title} · ${reader.version.title}`, children });
}

function respondWithAuthorPage(
  c: SiteContext,
  reader: CourseReader,
  here: CoursePlace,
  title: string,
  texts: readonly { readonly date: string; readonly text: AuthorText }[],
): Response {
  const { version } = reader;
  const { t } = c.var.words;
  const sheets = new Set(texts.flatMap(({ text }) => text.styleHref ?? []));
  const children = (
    <CoursePageFrame reader={reader} here={here} title={title}>
      {[...sheets].map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      <h1 lang={here === 'updates' || here === 'handouts' ? undefined : version.language} dir="auto">
        {title}
      </h1>
      {texts.length === 0 ? <EmptyState title={t('updates.empty.title')} text={t('updates.empty.text')} /> : null}
      {texts.map(({ date, text }, at) => (
        <article key={`${date} ${at}`} class="author-text" lang={version.language} dir="auto">
          {date ? <h2>{date}</h2> : null}
          {/* Made fit for the page by the renderer. */}
          <div dangerouslySetInnerHTML={{ __html: text.html }} />
        </article>
      ))}
    </CoursePageFrame>
  );
  const scripts = [...new Set(texts.flatMap(({ text }) => text.scripts))];
  return respondWithPage(c, { title: `${title} · ${version.title}`, scripts, children });
}
