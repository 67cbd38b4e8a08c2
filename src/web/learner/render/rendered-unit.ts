import type { BlockId } from '../../../domains/courses/index.ts';

/**
 * A unit rendered once: static HTML, and holes for what differs from reader to reader. It depends on the course's
 * contents, the renderer's version and the interface language, on nothing else; so it is kept by those three.
 */
export interface RenderedUnit {
  readonly segments: readonly Piece[];
  /** Style sheet for what authors' `style` attributes and the maths asked for, as classes; own address by hash. */
  readonly css: string;
  /** Behaviours that the unit's blocks need, by their names in `src/behaviours`. */
  readonly scripts: readonly string[];
}

export type Piece = string | Hole;

/** A place that is filled while the page goes out. */
export type Hole =
  | { readonly type: 'problem'; readonly blockId: BlockId }
  /** Where the reader left a video, in seconds. */
  | { readonly type: 'video-position'; readonly blockId: BlockId }
  /** Children of which a reader sees some, by the children's ids: random selection, experiments, content groups. */
  | {
      readonly type: 'choice';
      readonly blockId: BlockId;
      readonly options: Readonly<Record<string, readonly Piece[]>>;
    }
  /** What only the course's team sees: why a block is broken, the source of one that is not supported. */
  | { readonly type: 'staff'; readonly pieces: readonly Piece[] };
