import type { Block } from '../../../domains/courses/index.ts';
import type { Piece } from '../render/rendered-unit.ts';
import type { BlockRenderer, UnitRendering } from './block-renderer.ts';
import { renderChildren } from './containers.ts';
import { el, write } from './markup.ts';
import { note } from './note.ts';

const longestSource_chars = 20_000;

/** A kind of block that mooc does not know: said so, its source for the course's team, and what it holds as it is. */
export const renderUnsupported: BlockRenderer = async (block, unit) => [
  note(unit.words.t('block.unsupported', { kind: block.tag })),
  forStaff(block, unit),
  ...(await renderChildren(block, unit)),
];

/** A block that could not be read. */
export const renderBroken: BlockRenderer = async (block, unit) => [
  note(unit.words.t('block.broken')),
  forStaff(block, unit),
];

function forStaff(block: Block, unit: UnitRendering): Piece {
  const source = unit.contentOf(block).slice(0, longestSource_chars);
  const settings =
    Object.keys(block.settings).length > 0 ? JSON.stringify(block.settings, null, 2).slice(0, longestSource_chars) : '';
  const said = [block.error ?? '', settings, source].filter(Boolean);
  return { type: 'staff', pieces: said.map((text) => write(el('pre', { class: 'block-source' }, text))) };
}
