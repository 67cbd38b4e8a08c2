import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { DocumentNews } from '../../domains/policy/index.ts';
import { type Words, WordsProvider } from '../i18n.ts';
import { isRecorded } from '../request/record-event.ts';
import type { BrowserAssets, Reader, SiteContext } from '../request/site-context.ts';
import { urls } from '../urls.ts';
import { bannerFor, DocumentsBanner } from './documents-banner.tsx';
import { RestBanner } from './rest-banner.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';

export interface PageProps {
  /** What the tab says, before the site's name. */
  readonly title: string;
  /** Behaviours of this page, by their names in `src/behaviours`. Nothing works by them alone. */
  readonly scripts?: readonly string[];
  /** Style sheets of this page alone, over the site's own. */
  readonly styles?: readonly string[];
  /** A page that needs the whole width, such as a unit with its outline. */
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
}

interface Frame {
  readonly words: Words;
  readonly reader: Reader | null;
  readonly assets: BrowserAssets;
  readonly siteName: string;
  readonly news: readonly DocumentNews[];
  /** The page's own address. */
  readonly here: string;
  /** Whether the browser shall say what is used on the page. */
  readonly isRecorded: boolean;
}

/** Answers with a whole page. */
export function respondWithPage(
  c: SiteContext,
  props: PageProps,
  status: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 = 200,
): Response {
  const { words, reader, assets, siteName, news } = c.var;
  const html = renderPage({ words, reader, assets, siteName, news, here: hereOf(c), isRecorded: isRecorded(c) }, props);
  return c.html(html, status, { 'cache-control': c.var.reader ? 'private, no-store' : 'no-cache' });
}

export function renderPage(frame: Frame, props: PageProps): string {
  return `<!doctype html>${renderToString(<Page frame={frame} {...props} />)}`;
}

/** Where to come back to: an address that can be asked for. */
function hereOf(c: SiteContext): string {
  if (c.req.method !== 'GET') return urls.home();
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}

function Page({
  frame,
  title,
  scripts = [],
  styles = [],
  isWide = false,
  children,
}: PageProps & { readonly frame: Frame }) {
  const { words, assets } = frame;
  const banner = bannerFor(frame.reader, frame.news);
  const everywhere = frame.isRecorded ? ['site', 'track'] : ['site'];
  return (
    <WordsProvider value={words}>
      <html lang={words.language} dir={words.direction} data-recorded={frame.isRecorded || undefined}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <link rel="icon" href={urls.favicon()} type="image/svg+xml" />
          <title>{`${title} · ${frame.siteName}`}</title>
          {[...assets.styles, ...styles].map((href) => (
            <link key={href} rel="stylesheet" href={href} />
          ))}
          {[...everywhere, ...scripts].map((name) => (
            <script key={name} type="module" src={assets.script(name)} />
          ))}
        </head>
        <body class={isWide ? 'page page-wide' : 'page'}>
          <a class="skip-link" href="#content">
            {words.t('site.skip')}
          </a>
          {banner ? <DocumentsBanner banner={banner} here={frame.here} /> : null}
          {frame.reader?.isRestricted ? <RestBanner /> : null}
          <SiteHeader reader={frame.reader} siteName={frame.siteName} here={frame.here} />
          <main id="content" tabIndex={-1}>
            {children}
          </main>
          <SiteFooter siteName={frame.siteName} />
        </body>
      </html>
    </WordsProvider>
  );
}
