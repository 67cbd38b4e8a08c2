import { type InfoPage, markdownToHtml } from '../../../domains/outreach/index.ts';
import { escapeMarkup } from '../../../kernel/escape-markup.ts';
import { urls } from '../../urls.ts';

/** The press pages as an Atom feed (RFC 4287). */
export function atomFeed(
  { origin, title }: { readonly origin: string; readonly title: string },
  pages: readonly InfoPage[],
): string {
  const newest = pages.map(({ changed_at }) => changed_at.getTime());
  const updated = new Date(newest.length > 0 ? Math.max(...newest) : 0).toISOString();
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<title>${xml(title)}</title><id>${xml(origin + urls.press())}</id><updated>${updated}</updated>`,
    `<author><name>${xml(title)}</name></author>`,
    `<link rel="self" href="${xml(origin + urls.pressFeed())}"/><link href="${xml(origin + urls.press())}"/>`,
    ...pages.map((page) => entry(origin, page)),
    '</feed>',
    '',
  ].join('\n');
}

function entry(origin: string, { slug, title, summary, body, published_at, changed_at }: InfoPage): string {
  const address = xml(origin + urls.pressPage(slug));
  return [
    `<entry><title>${xml(title)}</title><id>${address}</id><link href="${address}"/>`,
    `<published>${published_at!.toISOString()}</published><updated>${changed_at.toISOString()}</updated>`,
    `<summary>${xml(summary)}</summary><content type="html">${xml(markdownToHtml(body, origin))}</content></entry>`,
  ].join('\n');
}

function xml(text: string): string {
  return escapeMarkup(text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''));
}
