import type { Block } from '../../../domains/courses/index.ts';
import type { Piece } from '../render/rendered-unit.ts';
import type { BlockRenderer, UnitRendering } from './block-renderer.ts';
import { note } from './note.ts';

/** A block that only holds others. */
export const renderChildren: BlockRenderer = async (block, unit) => {
  const pieces: Piece[] = [];
  for (const child of block.children) pieces.push(...(await unit.render(child)));
  return pieces;
};

/** Children of which each reader sees some: a library's draw, an experiment's branch. */
export const renderChoice: BlockRenderer = async (block, unit) => {
  if (block.children.length === 0) return [note(unit.words.t('block.nothingDrawn'))];
  return [await choiceOf(block, block.children, unit)];
};

/** What opens once something else is done: until then its own message, or ours. */
export const renderConditional: BlockRenderer = async (block, unit) => {
  const message = typeof block.settings.message === 'string' ? block.settings.message : '';
  const said = message.includes('{link}') || message.trim() === '' ? unit.words.t('block.conditionalLocked') : message;
  return [note(said), { type: 'staff', pieces: await renderChildren(block, unit) }];
};

/** A hole that shows a block, or those of its children, that the reader is to see. */
export async function choiceOf(block: Block, options: readonly Block[], unit: UnitRendering): Promise<Piece> {
  const rendered: Record<string, readonly Piece[]> = {};
  for (const option of options) rendered[option.id] = await unit.render(option);
  return { type: 'choice', blockId: block.id, options: rendered };
}
