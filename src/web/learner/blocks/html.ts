import type { Block } from '../../../domains/courses/index.ts';
import { otherHosts } from '../frames/program-document.ts';
import { authorMarkup } from '../render/author/author-markup.ts';
import { natureOf } from '../render/author/needs-frame.ts';
import type { SafeNode } from '../render/author/safe-node.ts';
import { readHtml } from '../render/author/source-node.ts';
import type { BlockRenderer, UnitRendering } from './block-renderer.ts';
import { el, raw, write } from './markup.ts';

/** A text: cleaned on the page, or in a frame of its own when it is a program. */
export const renderHtml: BlockRenderer = async (block, unit) => {
  const html = unit.contentOf(block);
  const nature = natureOf(readHtml(html), unit.links);
  if (nature === 'program') return [write(program(block, otherHosts(html), unit))];
  const markup = await authorMarkup(html, 2, unit);
  if (nature === 'nothing' && markup.trim() === '') return [];
  return [write(el('div', { class: 'author prose' }, raw(markup)))];
};

/** A program in its frame; one that loads parts from other hosts waits for a click that says so. */
function program(block: Block, hosts: readonly string[], unit: UnitRendering): SafeNode {
  const src = unit.frameOf(block.id);
  if (hosts.length > 0) {
    unit.scripts.add('click-to-load');
    const words = unit.words.t('content.othersScripts', { hosts: hosts.join(', ') });
    const link = {
      class: 'click-to-load',
      href: `${src}?with=others`,
      'data-load-frame': block.displayName,
      'data-sandbox': '',
    };
    return el('a', { ...link, 'data-control': 'content.frame' }, words);
  }
  unit.scripts.add('frame');
  const title = block.displayName || unit.words.t('content.interactive');
  const sandbox = 'allow-scripts allow-forms allow-modals';
  return el('iframe', { class: 'author-frame', src, title, sandbox, loading: 'lazy', height: '480', 'data-frame': '' });
}
