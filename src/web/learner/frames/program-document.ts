import type { CourseVersion } from '../../../domains/courses/index.ts';
import { escapeMarkup } from '../../../kernel/escape-markup.ts';
import type { BrowserAssets } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { linksOf } from '../render/author/links.ts';
import { elementsOf, readHtml } from '../render/author/source-node.ts';

/** The document of a frame: the author's HTML as it is, its addresses made ours, and a word to the page about its height. */
export function programDocument(
  html: string,
  {
    version,
    assets,
    title,
    folder,
  }: {
    readonly version: CourseVersion;
    readonly assets: BrowserAssets;
    readonly title: string;
    readonly folder: string;
  },
): string {
  const body = withAddresses(html, version, folder);
  const styles = /<html[\s>]/i.test(html)
    ? ''
    : assets.styles.map((href) => `<link rel="stylesheet" href="${href}">`).join('');
  const ours = `<meta charset="utf-8"><title>${escapeMarkup(title)}</title>${styles}<script type="module" crossorigin src="${assets.script('frame-inside')}"></script>`;
  const jQuery = bringsJQuery(html) ? '' : `<script src="${urls.frameJQuery()}"></script>`;
  // A whole document of the author's keeps its own head; the browser joins ours to it.
  return `<!doctype html>${ours}${jQuery}<div class="prose frame-body">${body}</div>`;
}

/**
 * `/static/…` and its kin in quotes, in scripts too, as Open edX replaces them; and in `src` and `href` of a file what is
 * written relative to it.
 */
function withAddresses(html: string, version: CourseVersion, folder: string): string {
  const links = linksOf(version);
  const own = (address: string) => {
    const target = links.resolve(address);
    return target.type === 'file' ? target.url : null;
  };
  return html
    .replace(/(["'(])((?:\/static\/|\/c4x\/|\/asset-v1:)[^"')\s<>]+)/g, (written, quote: string, address: string) => {
      const url = own(address);
      return url ? quote + url : written;
    })
    .replace(/(\s(?:src|href)\s*=\s*["'])(?![a-z]+:|\/|#)([^"']+)/gi, (written, start: string, address: string) => {
      const base = `https://here.invalid/static/${folder}`;
      const url = URL.canParse(address, base) ? own(new URL(address, base).pathname) : null;
      return url ? start + url : written;
    });
}

/** Every page of Open edX has jQuery, so authors' files count on it; whoever brings a file of their own gets no other. */
function bringsJQuery(html: string): boolean {
  const file = /^(?!https?:|\/\/).*jquery(?:-\d[\d.]*)?(?:\.slim)?(?:\.min)?\.js/i;
  return [...elementsOf(readHtml(html))].some(
    ({ name, attributes }) => name === 'script' && file.test(attributes.src ?? ''),
  );
}

const most_hosts = 10;

/** Hosts from which a program loads its parts. */
export function otherHosts(html: string): readonly string[] {
  const hosts = new Set<string>();
  for (const { name, attributes } of elementsOf(readHtml(html))) {
    if (name !== 'script' && name !== 'link') continue;
    const address = (attributes.src ?? attributes.href ?? '').trim();
    const absolute = address.startsWith('//') ? `https:${address}` : address;
    if (/^https?:/i.test(absolute) && URL.canParse(absolute)) hosts.add(new URL(absolute).host);
  }
  return [...hosts].slice(0, most_hosts);
}
