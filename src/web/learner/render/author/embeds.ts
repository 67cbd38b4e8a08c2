import { urls } from '../../../urls.ts';
import { youTubeIdOf } from '../youtube.ts';
import { leavingLink } from './anchors.ts';
import { commonAttributes } from './attributes.ts';
import type { Target } from './links.ts';
import { type SafeNode, safeElement, safeText } from './safe-node.ts';
import type { Place, Sanitising } from './sanitising.ts';
import { elementsOf, type SourceElement } from './source-node.ts';

const embedded = new Set(['iframe', 'video', 'audio', 'object', 'embed', 'applet']);

export function isEmbedded(name: string): boolean {
  return embedded.has(name);
}

/** What is shown within the page from elsewhere: own films and pages in their place, foreign ones behind a click. */
export function embedElement(element: SourceElement, s: Sanitising, place: Place): readonly SafeNode[] {
  const name = element.name.toLowerCase();
  if (name === 'video' || name === 'audio') return media(name, element, s);
  const address = element.attributes.src ?? element.attributes.data ?? '';
  if (address.trim() === '') return name === 'iframe' ? [] : [notHere(s)];
  const target = s.links.resolve(address);
  const title = element.attributes.title?.trim() || s.words.t('content.embedded');
  if (target.type === 'file') return [ownFile(element, target, title, s)];
  const youTube = youTubeIdOf(address);
  if (youTube) return [youTubeFrame(youTube, title, s)];
  if (target.type === 'foreign') return [foreignFrame(target, element.attributes.title ?? '', s, place)];
  if (target.type === 'missing') return [missing(target.name, s)];
  return [notHere(s)];
}

function ownFile(
  element: SourceElement,
  { file, url }: Target & { readonly type: 'file' },
  title: string,
  s: Sanitising,
): SafeNode {
  if (file.mediaType.startsWith('image/')) {
    return safeElement('img', { ...commonAttributes(element, s), src: url, alt: title, loading: 'lazy' });
  }
  if (!/html/.test(file.mediaType)) {
    const link = { href: url, 'data-control': 'content.file' };
    return safeElement('a', link, [safeText(s.words.t('content.openFile', { name: file.name }))]);
  }
  const height = /^\d{1,4}$/.test(element.attributes.height ?? '') ? element.attributes.height! : '480';
  return safeElement('iframe', {
    class: 'author-frame',
    src: s.frameUrl(file.name),
    title,
    height,
    sandbox: 'allow-scripts',
    loading: 'lazy',
    'data-frame': '',
    'data-least': height,
  });
}

function youTubeFrame(id: string, title: string, s: Sanitising): SafeNode {
  const link = {
    class: 'click-to-load',
    href: urls.youTubeFrame(id),
    'data-load-frame': title,
    'data-control': 'content.youtube',
  };
  return safeElement('a', link, [safeText(s.words.t('content.youTube'))]);
}

function foreignFrame(
  target: Target & { readonly type: 'foreign' },
  title: string,
  s: Sanitising,
  place: Place,
): SafeNode {
  const said = s.words.t('content.foreignFrame', { host: target.host });
  const words = safeText(title.trim() ? `${title.trim()}: ${said}` : said);
  if (place.inLink) return safeElement('span', { class: 'foreign-picture' }, [words]);
  return leavingLink({ href: target.url, class: 'click-to-load', 'data-control': 'content.foreign-frame' }, [words], s);
}

/** A film or a sound of the course's own plays here; of one from elsewhere stands the link. */
function media(name: 'video' | 'audio', element: SourceElement, s: Sanitising): readonly SafeNode[] {
  const inside = [...elementsOf(element.children)];
  const written = [element.attributes.src, ...inside.filter((e) => e.name === 'source').map((e) => e.attributes.src)];
  const targets = written.filter((src) => src !== undefined).map((src) => s.links.resolve(src));
  const own = targets.filter((target) => target.type === 'file');
  if (own.length > 0) {
    const sources = own.map(({ url, file }) => safeElement('source', { src: url, type: file.mediaType }));
    const tracks = inside.filter((e) => e.name === 'track').flatMap((track) => trackOf(track, s));
    const attributes = { ...commonAttributes(element, s), controls: '', preload: 'metadata' };
    return [safeElement(name, attributes, [...sources, ...tracks])];
  }
  const foreign = targets.find((target) => target.type === 'foreign');
  if (foreign) return [foreignFrame(foreign, element.attributes.title ?? '', s, { inLink: false, isVerbatim: false })];
  const gone = targets.find((target) => target.type === 'missing');
  return gone ? [missing(gone.name, s)] : [];
}

function trackOf(track: SourceElement, s: Sanitising): readonly SafeNode[] {
  const target = s.links.resolve(track.attributes.src ?? '');
  if (target.type !== 'file') return [];
  const { kind = 'subtitles', srclang = '', label = '' } = track.attributes;
  return [safeElement('track', { src: target.url, kind, srclang, label })];
}

function missing(name: string, s: Sanitising): SafeNode {
  return safeElement('span', { class: 'missing' }, [safeText(s.words.t('content.missingNamed', { name }))]);
}

function notHere(s: Sanitising): SafeNode {
  return safeElement('span', { class: 'missing' }, [safeText(s.words.t('content.notHere'))]);
}
