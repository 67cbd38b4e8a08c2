import { leavingLink } from './anchors.ts';
import { commonAttributes } from './attributes.ts';
import { type SafeNode, safeElement, safeText } from './safe-node.ts';
import type { PictureSize, Place, Sanitising } from './sanitising.ts';
import type { SourceElement } from './source-node.ts';

/**
 * A picture of the course's own, with room kept for it. One that lies at another host is not loaded: in its place stands
 * what it shows and a link to it, so that the host learns of a reader only by the reader's own click.
 */
export function imageElement(element: SourceElement, s: Sanitising, place: Place): readonly SafeNode[] {
  const { src = '', alt } = element.attributes;
  if (src.trim() === '') return [];
  const picture = s.pictures.get(src);
  if (picture) {
    const attributes = { ...commonAttributes(withCssSize(element), s), src: picture.url, alt: alt ?? '' };
    return [
      safeElement('img', { ...attributes, ...sizeFor(element, picture.size), loading: 'lazy', decoding: 'async' }),
    ];
  }
  const target = s.links.resolve(src);
  const { t } = s.words;
  const shown = alt?.trim();
  if (target.type === 'foreign') {
    const said = t('content.foreignPicture', { host: target.host });
    const words = safeText(shown ? `${said} ${shown}` : said);
    if (place.inLink) return [safeElement('span', { class: 'foreign-picture' }, [words])];
    const link = { href: target.url, class: 'foreign-picture', 'data-control': 'content.foreign-picture' };
    return [leavingLink(link, [words], s)];
  }
  const name = target.type === 'missing' ? target.name : (shown ?? '');
  return [safeElement('span', { class: 'missing' }, [safeText(t('content.missingPicture', { name }))])];
}

const isNumber = (value: string | undefined) => value !== undefined && /^\s*\d{1,5}(?:\.\d+)?(?:px)?\s*$/.test(value);

/** Width and height as numbers, so that the browser keeps the room; what the author left out follows the proportions. */
function sizeFor(element: SourceElement, natural: PictureSize | null): Record<string, string> {
  const { width: w, height: h } = element.attributes;
  const width = isNumber(w) ? Math.round(Number.parseFloat(w!)) : null;
  const height = isNumber(h) ? Math.round(Number.parseFloat(h!)) : null;
  if (width && height) return { width: String(width), height: String(height) };
  if (!natural) return width ? { width: String(width) } : height ? { height: String(height) } : {};
  const scale = width ? width / natural.width : height ? height / natural.height : 1;
  const rounded = (value: number) => String(Math.max(1, Math.round(value * scale)));
  return { width: rounded(natural.width), height: rounded(natural.height) };
}

/** `width="50%"` is no number of pixels, so it becomes a style. */
function withCssSize(element: SourceElement): SourceElement {
  const { width, height, style = '' } = element.attributes;
  const sizes = [
    width?.trim().endsWith('%') ? `width:${width.trim()};` : '',
    height?.trim().endsWith('%') ? `height:${height.trim()};` : '',
    isNumber(height) && isNumber(width)
      ? `height:auto;aspect-ratio:${Number.parseFloat(width!)}/${Number.parseFloat(height!)};`
      : '',
  ].join('');
  return sizes === '' ? element : { ...element, attributes: { ...element.attributes, style: sizes + style } };
}
