import { urls } from '../../urls.ts';
import { authorMarkup } from '../render/author/author-markup.ts';
import { natureOf } from '../render/author/needs-frame.ts';
import { readHtml } from '../render/author/source-node.ts';
import type { BlockRenderer } from './block-renderer.ts';
import { el, raw, write } from './markup.ts';

/** A text: cleaned on the page, or in a frame of its own when it is a program. */
export const renderHtml: BlockRenderer = async (block, unit) => {
  const html = unit.contentOf(block);
  const nature = natureOf(readHtml(html), unit.links);
  if (nature === 'program') {
    unit.scripts.add('frame');
    const frame = {
      class: 'author-frame',
      src: urls.frame(unit.version.courseKey, block.id),
      title: block.displayName || unit.words.t('content.interactive'),
      sandbox: 'allow-scripts',
      loading: 'lazy',
      height: '480',
      'data-frame': '',
    };
    return [write(el('iframe', frame))];
  }
  const markup = await authorMarkup(html, 2, unit);
  if (nature === 'nothing' && markup.trim() === '') return [];
  return [write(el('div', { class: 'author prose' }, raw(markup)))];
};
