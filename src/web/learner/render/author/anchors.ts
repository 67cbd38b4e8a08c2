import { commonAttributes } from './attributes.ts';
import type { Target } from './links.ts';
import { authorId } from './names.ts';
import { type SafeNode, safeElement, safeText } from './safe-node.ts';
import type { Place, Sanitising } from './sanitising.ts';
import type { SourceElement } from './source-node.ts';

/** A link of an author's, to where it leads now. One that leaves the site says so. Within another link it is only its words. */
export function sanitiseLink(
  element: SourceElement,
  s: Sanitising,
  place: Place,
  contentIn: (place: Place) => readonly SafeNode[],
): readonly SafeNode[] {
  const { href, name, id } = element.attributes;
  const attributes = commonAttributes(element, s);
  if (name && !id) attributes.id = authorId(name);
  if (href === undefined || place.inLink) return [safeElement('span', attributes, contentIn(place))];
  const content = contentIn({ ...place, inLink: true });
  const target = s.links.resolve(href);
  if (target.type === 'refused') return [safeElement('span', attributes, content)];
  if (target.type === 'missing') {
    const note = safeElement('span', { class: 'missing' }, [safeText(` ${s.words.t('content.missingFile')}`)]);
    return [safeElement('span', attributes, content), note];
  }
  const link = { ...attributes, href: hrefOf(target, s), 'data-control': 'content.link' };
  if (target.type !== 'foreign') return [safeElement('a', link, content)];
  return [leavingLink(link, content, s)];
}

/** A link that leaves the site: no one there learns from which page, and screen readers hear that it leaves. */
export function leavingLink(
  attributes: Readonly<Record<string, string>> & { readonly href: string },
  content: readonly SafeNode[],
  s: Pick<Sanitising, 'words'>,
): SafeNode {
  const note = safeElement('span', { class: 'only-heard' }, [safeText(` ${s.words.t('content.leavesSite')}`)]);
  const classes = ['leaves-site', attributes.class].filter(Boolean).join(' ');
  return safeElement('a', { ...attributes, class: classes, rel: 'noopener noreferrer' }, [...content, note]);
}

function hrefOf(target: Exclude<Target, { readonly type: 'refused' | 'missing' }>, s: Sanitising): string {
  // An HTML file is a program: it opens in a sandbox, not as a page of the site.
  if (target.type === 'file' && /html/.test(target.file.mediaType)) return s.frameUrl(target.file.name);
  return target.type === 'place' ? `#${target.id === '' ? '' : authorId(target.id)}` : target.url;
}
