import type { Block } from '../../../domains/courses/index.ts';
import type { Piece } from '../render/rendered-unit.ts';
import type { Rendering } from '../render/rendering.ts';

/** Makes a block's part of the page. It must not throw for anything that an author can write. */
export type BlockRenderer = (block: Block, unit: UnitRendering) => Promise<readonly Piece[]>;

export interface UnitRendering extends Rendering {
  /** The block's content as it is stored; empty when it has none. */
  contentOf(block: Block): string;
  /** The template `custom_tags/NAME` of the course; null when it has none of that name. */
  customTag(name: string): string | null;
  /** A block inside of another, whatever it is. */
  render(block: Block): Promise<readonly Piece[]>;
}
