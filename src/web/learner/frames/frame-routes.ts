import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readStart } from '../../../domains/assets/index.ts';
import { findFile, getContent } from '../../../domains/courses/index.ts';
import { atBlock, type CourseReader, enterCourse } from '../../../domains/learning/index.ts';
import { escapeMarkup } from '../../../kernel/escape-markup.ts';
import type { Powers } from '../../../powers.ts';
import { assetHeaders } from '../../assets/asset-headers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { sourceElement } from '../blocks/block-source.ts';
import { videoSources } from '../blocks/video/sources.ts';
import { linksOf } from '../render/author/links.ts';
import { isYouTubeId } from '../render/youtube.ts';
import { programPolicy, showingPolicy } from './frame-policy.ts';
import { otherHosts, programDocument } from './program-document.ts';

const mostFile_bytes = 5_000_000;

/** Frames: authors' programs in a sandbox, and films from elsewhere behind the reader's click. */
export const frameRoutes: Routes = (site, powers) => {
  let jQuery: string | null = null;

  site.get('/frame/block/:course/:block', async (c) => {
    const reader = await readerIn(c, powers);
    const at = reader && atBlock(reader, c.req.param('block'), new Date());
    if (at?.block.tag !== 'html' || !at.block.contentHash) return respondNotFound(c);
    const html = await getContent(powers.database.read('provide'), at.block.contentHash);
    return sendProgram(c, powers, html, { version: at.version, title: at.block.displayName, folder: '' });
  });
  site.get('/frame/file/:course/:name{.+}', async (c) => {
    const reader = await readerIn(c, powers);
    const file = reader && findFile(reader.version.files, c.req.param('name'));
    if (!file || !/html/.test(file.mediaType)) return respondNotFound(c);
    const bytes = await readStart(powers.files, file.hash, mostFile_bytes);
    if (!bytes) return respondNotFound(c);
    const html = new TextDecoder().decode(bytes);
    return sendProgram(c, powers, html, { version: reader.version, title: file.name, folder: file.name });
  });
  site.get(urls.frameJQuery(), (c) => {
    jQuery ??= readFileSync(createRequire(import.meta.url).resolve('jquery/dist/jquery.min.js'), 'utf8');
    return c.body(jQuery, 200, assetHeaders('text/javascript', 'jquery.js'));
  });
  site.get('/frame/youtube/:id', (c) => {
    const id = c.req.param('id');
    if (!isYouTubeId(id)) return respondNotFound(c);
    const host = 'https://www.youtube-nocookie.com';
    const title = escapeMarkup(c.var.words.t('frame.title'));
    const film = `<iframe class="whole" src="${host}/embed/${id}?rel=0&amp;enablejsapi=1&amp;origin=${encodeURIComponent(originOf(c, powers))}" title="${title}" allow="fullscreen; picture-in-picture; encrypted-media" referrerpolicy="strict-origin-when-cross-origin"></iframe>`;
    // YouTube plays nothing for a page that does not say its origin; it learns no more than that.
    return sendShowing(c, film, showingPolicy('frame-src', [host]), 'strict-origin');
  });
  site.get('/frame/video/:course/:block', async (c) => {
    const reader = await readerIn(c, powers);
    const at = reader && atBlock(reader, c.req.param('block'), new Date());
    if (!at || !/^video/.test(at.block.tag)) return respondNotFound(c);
    const { contentHash } = at.block;
    const content = contentHash ? await getContent(powers.database.read('provide'), contentHash) : '';
    const source = sourceElement(at.block, { contentOf: () => content });
    const { foreign } = videoSources(at.block, source, linksOf(at.version));
    if (foreign.length === 0) return respondNotFound(c);
    const sources = foreign.map(({ url }) => `<source src="${escapeMarkup(url)}">`).join('');
    const film = `<video class="whole" controls autoplay playsinline>${sources}</video>`;
    const hosts = [...new Set(foreign.map(({ url }) => new URL(url).origin))];
    return sendShowing(c, film, showingPolicy('media-src', hosts), 'no-referrer');
  });
};

async function readerIn(c: SiteContext, powers: Powers): Promise<CourseReader | null> {
  if (!c.var.reader) return null;
  const key = c.req.param('course') ?? '';
  const entry = await enterCourse(powers.database.read('provide'), powers.learning, c.var.reader.personId, key);
  return entry.type === 'entered' ? entry.reader : null;
}

/** As the reader's browser sees it; behind a proxy only the operator knows. */
function originOf(c: SiteContext, { config }: Powers): string {
  return config.origin ?? new URL(c.req.url).origin;
}

/** Answers with an author's program as a page of its own, which the browser keeps in a sandbox. */
export function sendProgram(
  c: SiteContext,
  powers: Powers,
  html: string,
  place: Omit<Parameters<typeof programDocument>[1], 'assets'>,
): Response {
  const others = c.req.query('with') === 'others' ? otherHosts(html).map((host) => `https://${host}`) : [];
  return c.html(programDocument(html, { ...place, assets: c.var.assets }), 200, {
    'content-security-policy': programPolicy(originOf(c, powers), others),
    'referrer-policy': 'no-referrer',
    'cache-control': 'private, no-store',
  });
}

function sendShowing(c: SiteContext, film: string, policy: string, referrer: string): Response {
  const styles = c.var.assets.styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('');
  const title = escapeMarkup(c.var.words.t('content.embedded'));
  return c.html(
    `<!doctype html><meta charset="utf-8"><title>${title}</title>${styles}<script type="module" src="${c.var.assets.script('film-inside')}"></script><body class="showing">${film}`,
    200,
    {
      'content-security-policy': policy,
      'referrer-policy': referrer,
      'cache-control': 'private, no-store',
    },
  );
}
