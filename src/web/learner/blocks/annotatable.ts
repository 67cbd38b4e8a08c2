import {
  childElements,
  isElement,
  writeChildren,
  writeXml,
  type XmlElement,
  type XmlNode,
} from '../../../kernel/xml/index.ts';
import { authorMarkup } from '../render/author/author-markup.ts';
import type { BlockRenderer } from './block-renderer.ts';
import { sourceElement } from './block-source.ts';
import { el, raw, write } from './markup.ts';
import { titleOf } from './named.ts';

/** A text with notes to some of its places: each place leads to its note below, which is the way without a script. */
export const renderAnnotatable: BlockRenderer = async (block, unit) => {
  const source = sourceElement(block, unit);
  const instructions = childElements(source).find(({ name }) => name === 'instructions');
  const notes: { readonly title: string; readonly body: string }[] = [];
  const anchor = `${block.name}-note`.replace(/[^\w-]/g, '-');
  const text = source.children
    .filter((child) => child !== instructions)
    .map((child) => withAnchors(child, notes, anchor))
    .join('');
  const pieces = [instructions ? writeChildren(instructions) : '', text].map((html) => authorMarkup(html, 3, unit));
  const [before, body] = await Promise.all(pieces);
  const entries = await Promise.all(
    notes.map(async ({ title, body: note }, index) => {
      const words = raw(await authorMarkup(note, 4, unit));
      return el('li', { id: `x-${anchor}-${index + 1}` }, title ? el('strong', {}, `${title} `) : null, words);
    }),
  );
  const list = entries.length === 0 ? [] : [el('h3', {}, unit.words.t('block.annotations')), el('ol', {}, entries)];
  return [titleOf(block), write(el('div', { class: 'author prose' }, raw(before!), raw(body!), ...list))];
};

/** `<annotation title body>` as a marked place with a link to its note. */
function withAnchors(node: XmlNode, notes: { title: string; body: string }[], anchor: string): string {
  if (!isElement(node)) return writeXml(node);
  const inside = () => node.children.map((child) => withAnchors(child, notes, anchor)).join('');
  if (node.name !== 'annotation') return around(node, inside());
  const { title = '', body = '' } = node.attributes;
  notes.push({ title, body });
  return `<mark>${inside()}</mark><sup><a href="#${anchor}-${notes.length}">${notes.length}</a></sup>`;
}

function around(node: XmlElement, inside: string): string {
  const shell = writeXml({ ...node, children: [{ type: 'text', text: '\u0001', cdata: false }] });
  return shell.replace('\u0001', () => inside);
}
