import type { BlockId } from '../../../domains/courses/index.ts';
import type { Asking } from '../../../domains/learning/index.ts';

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
  | AskedHole
  /** A mark that the reader sets themselves. */
  | { readonly type: 'done-mark'; readonly blockId: BlockId }
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

/** A poll, a survey or a word cloud, with what all readers share of it. */
export interface AskedHole {
  readonly type: 'asked';
  readonly blockId: BlockId;
  readonly asked: AskedPiece;
}

/** The author's texts of it, fit for the page. */
export interface AskedPiece extends Pick<Asking, 'kind' | 'isPrivate' | 'inputs' | 'most_words' | 'hasPercents'> {
  readonly title: string;
  readonly question: string;
  readonly questions: readonly AskedChoice[];
  readonly answers: readonly AskedChoice[];
  readonly feedback: string;
}

export interface AskedChoice {
  readonly key: string;
  readonly html: string;
}
