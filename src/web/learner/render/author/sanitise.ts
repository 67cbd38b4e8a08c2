import { findFormulas } from '../maths/find-formulas.ts';
import { droppedElements, htmlElements, renamedElements } from './allowed.ts';
import { sanitiseLink } from './anchors.ts';
import { commonAttributes, ownAttributes } from './attributes.ts';
import { embedElement, isEmbedded } from './embeds.ts';
import { sanitiseMathMl, sanitiseSvg } from './foreign-content.ts';
import { imageElement } from './images.ts';
import { type SafeNode, safeElement } from './safe-node.ts';
import { type Place, type Sanitising, topPlace } from './sanitising.ts';
import type { SourceElement, SourceNode } from './source-node.ts';

/**
 * Makes of an author's tree what may stand on our pages. It builds anew from what is allowed and copies nothing, so what
 * nobody thought of is not there. The result holds no script, no handler, no `style` attribute, nothing that loads from
 * another host, no name that is ours, and no element in which a browser could read the text in another way.
 */
export function sanitise(nodes: readonly SourceNode[], s: Sanitising, place: Place = topPlace): readonly SafeNode[] {
  return nodes.flatMap((node): readonly SafeNode[] => {
    if (node.type === 'markup') return [node];
    if (node.type === 'element') return sanitiseElement(node, s, place);
    return place.isVerbatim ? [node] : findFormulas(node.text);
  });
}

function sanitiseElement(element: SourceElement, s: Sanitising, place: Place): readonly SafeNode[] {
  const name = element.name.toLowerCase();
  if (name === 'svg') return sanitiseSvg(element, s);
  if (name === 'math') return sanitiseMathMl(element);
  if (name === 'img' || name === 'image') return imageElement(element, s, place);
  if (name === 'a') return sanitiseLink(element, s, place, (inside) => sanitise(element.children, s, inside));
  if (isEmbedded(name)) return embedElement(element, s, place);
  if (droppedElements.has(name) || isIconWord(element)) return [];
  const heading = /^h[1-6]$/.test(name) ? s.headings.get(Number(name[1])) : undefined;
  const kept = heading ?? renamedElements[name] ?? name;
  const own = htmlElements.get(kept);
  const inside = name === 'pre' || name === 'code' ? { ...place, isVerbatim: true } : place;
  const children = sanitise(element.children, s, inside);
  if (kept === 'table') return [table(element, s, children)];
  if (!own && !heading) return children;
  // What may scroll sideways must be within reach of the keyboard.
  const scrolls: Record<string, string> = kept === 'pre' ? { tabindex: '0' } : {};
  const attributes = { ...commonAttributes(element, s), ...ownAttributes(element, own ?? []), ...scrolls };
  return [safeElement(kept, attributes, kept === 'ul' || kept === 'ol' ? asItems(children) : children)];
}

/** Old editors indent by a list straight within a list; only items may stand there. */
function asItems(children: readonly SafeNode[]): readonly SafeNode[] {
  return children.map((child) => {
    const isItem = child.type === 'element' && child.name === 'li';
    const isBlank = child.type === 'text' && child.text.trim() === '';
    return isItem || isBlank ? child : safeElement('li', { class: 'bare-item' }, [child]);
  });
}

/** A table scrolls in a box of its own, by keyboard too, so that the page never does sideways. */
function table(element: SourceElement, s: Sanitising, children: readonly SafeNode[]): SafeNode {
  const box = { class: 'scroll-box', tabindex: '0', role: 'group', 'aria-label': s.words.t('content.table') };
  return safeElement('div', box, [safeElement('table', commonAttributes(element, s), children)]);
}

/** Icon fonts draw `menu_book` as a picture. They lie at other hosts, so the word would stand there as a word. */
function isIconWord({ attributes }: SourceElement): boolean {
  return /(?:^|\s)material-(?:icons|symbols)/.test(attributes.class ?? '');
}
