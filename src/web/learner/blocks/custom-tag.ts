import { childElements } from '../../../kernel/xml/index.ts';
import { authorMarkup } from '../render/author/author-markup.ts';
import type { BlockRenderer } from './block-renderer.ts';
import { sourceElement, textSetting } from './block-source.ts';
import { el, raw, write } from './markup.ts';
import { renderUnsupported } from './unsupported.ts';

/** Longer values than this are no parameters. */
const longestValue_chars = 10_000;

/**
 * `<customtag impl="NAME" …/>`: the template `custom_tags/NAME` of the course, with `$word` and `${word}` replaced by
 * the tag's attributes, as Open edX does. What comes out is the author's HTML like any other.
 */
export const renderCustomTag: BlockRenderer = async (block, unit) => {
  const source = sourceElement(block, unit);
  const impl =
    textSetting(block, 'impl') || childElements(source).find(({ name }) => name === 'impl')?.attributes.name || '';
  const template = unit.customTag(impl);
  if (template === null) return renderUnsupported(block, unit);
  const html = template.replace(/\$(?:\{(\w+)\}|(\w+))/g, (written, braced?: string, plain?: string) => {
    const name = braced ?? plain ?? '';
    return Object.hasOwn(block.settings, name) ? textSetting(block, name).slice(0, longestValue_chars) : written;
  });
  return [write(el('div', { class: 'author prose' }, raw(await authorMarkup(html, 2, unit))))];
};
