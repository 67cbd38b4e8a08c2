import type { Words } from '../i18n.ts';

/** A link as Markdown of ours is rendered: no other attributes, and no link within. */
const foreignLink = /<a href="(https?:\/\/[^"]+)">([\s\S]*?)<\/a>/g;

/**
 * HTML from Markdown, in which every link to another site says that it leaves (P12): seen, and heard. Nobody there learns
 * from which page.
 */
export function markLeavingLinks(html: string, origin: string, { t }: Words): string {
  return html.replace(foreignLink, (written, href: string, inner: string) => {
    if (href === origin || href.startsWith(`${origin}/`)) return written;
    const heard = `<span class="only-heard"> ${t('content.leavesSite')}</span>`;
    return `<a class="leaves-site" href="${href}" rel="noopener noreferrer">${inner}${heard}</a>`;
  });
}
