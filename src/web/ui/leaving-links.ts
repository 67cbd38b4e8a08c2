import type { Words } from '../i18n.ts';

/** A link as Markdown of ours is rendered: no other attributes, and no link within. */
const foreignLink = /<a href="(https?:\/\/[^"]+)">([\s\S]*?)<\/a>/g;

/**
 * HTML from Markdown, in which every link to another site says that it leaves (P12): seen, and heard. Nobody there learns
 * from which page.
 *
 * @param origin of this site, where its own pages may be linked to in whole; null where every whole address is foreign
 */
export function markLeavingLinks(html: string, origin: string | null, { t }: Pick<Words, 't'>): string {
  return html.replace(foreignLink, (written, href: string, inner: string) => {
    if (origin !== null && (href === origin || href.startsWith(`${origin}/`))) return written;
    const heard = `<span class="only-heard"> ${t('content.leavesSite')}</span>`;
    return `<a class="leaves-site" href="${href}" rel="noopener noreferrer">${inner}${heard}</a>`;
  });
}
