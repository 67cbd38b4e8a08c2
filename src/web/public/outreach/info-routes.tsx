import {
  findPublishedPage,
  type InfoPage,
  listPublishedPages,
  markdownToHtml,
} from '../../../domains/outreach/index.ts';
import { useWords } from '../../i18n.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { siteOrigin } from '../../request/site-origin.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { markLeavingLinks } from '../../ui/leaving-links.ts';
import { urls } from '../../urls.ts';
import { atomFeed } from './atom-feed.ts';

/** Press and information pages, as operators wrote them, and the feed of the press. */
export const infoRoutes: Routes = (site, { config, database }) => {
  site.get(urls.press(), async (c) => {
    const pages = await listPublishedPages(database.read('provide'), 'press');
    return respondWithPage(c, { title: c.var.words.t('press.title'), children: <PressPage pages={pages} /> });
  });

  site.get(urls.pressFeed(), async (c) => {
    const pages = await listPublishedPages(database.read('provide'), 'press');
    const feed = { origin: siteOrigin(config), title: `${config.siteName}: ${c.var.words.t('press.title')}` };
    return c.body(atomFeed(feed, pages), 200, { 'content-type': 'application/atom+xml; charset=utf-8' });
  });

  const show = async (c: SiteContext, kind: InfoPage['kind']) => {
    const page = await findPublishedPage(database.read('provide'), kind, c.req.param('slug')!);
    if (!page) return respondNotFound(c);
    const html = markLeavingLinks(markdownToHtml(page.body), siteOrigin(config), c.var.words);
    return respondWithPage(c, { title: page.title, children: <InfoPageView page={page} html={html} /> });
  };
  site.get('/press/:slug', (c) => show(c, 'press'));
  site.get('/pages/:slug', (c) => show(c, 'page'));
};

function PressPage({ pages }: { readonly pages: readonly InfoPage[] }) {
  const { t, day } = useWords();
  return (
    <div class="column stack-wide">
      <header class="stack">
        <h1>{t('press.title')}</h1>
        <p class="lead">{t('press.lead')}</p>
      </header>
      {pages.length === 0 ? <EmptyState title={t('press.none')} text={t('press.noneText')} /> : null}
      {pages.map(({ slug, title, summary, published_at }) => (
        <article class="stack-tight" key={slug}>
          <p class="soft small">
            <time dateTime={published_at!.toISOString()}>{day(published_at!)}</time>
          </p>
          <h2>
            <a href={urls.pressPage(slug)} data-control="press.open">
              {title}
            </a>
          </h2>
          <p>{summary}</p>
        </article>
      ))}
      <p>
        <a href={urls.pressFeed()} type="application/atom+xml" data-control="press.feed">
          {t('press.feed')}
        </a>
      </p>
    </div>
  );
}

function InfoPageView({ page, html }: { readonly page: InfoPage; readonly html: string }) {
  const { kind, title, summary, published_at } = page;
  const { t, day } = useWords();
  return (
    <article class="column stack-wide">
      {kind === 'press' ? (
        <Breadcrumbs steps={[{ label: t('press.title'), href: urls.press() }, { label: title }]} />
      ) : null}
      <header class="stack">
        <h1>{title}</h1>
        {summary ? <p class="lead">{summary}</p> : null}
        {kind === 'press' ? (
          <p class="soft small">
            <time dateTime={published_at!.toISOString()}>{day(published_at!)}</time>
          </p>
        ) : null}
      </header>
      {/* Markdown of operators, with all markup escaped. */}
      <div class="prose" dangerouslySetInnerHTML={{ __html: html }} />
    </article>
  );
}
