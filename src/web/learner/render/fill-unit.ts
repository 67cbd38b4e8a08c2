import type { BlockId } from '../../../domains/courses/index.ts';
import type { AskedHole, Hole, Piece } from './rendered-unit.ts';

/** What a reader's page puts into a unit's holes. */
export interface UnitFilling {
  /** The problem's HTML for this reader, as `fillProblem` gives it. */
  problem(blockId: BlockId): string;
  /** A poll, a survey or a word cloud with what this reader answered. */
  asked(hole: AskedHole): string;
  /** The mark that this reader has set or not. */
  doneMark(blockId: BlockId): string;
  /** Seconds; 0 where the reader has not begun. */
  videoPosition(blockId: BlockId): number;
  /** Of the children (or the block itself) that `options` names, those that this reader sees, in order. */
  chosen(blockId: BlockId, options: readonly BlockId[]): readonly BlockId[];
  readonly isStaff: boolean;
}

/** A unit's HTML for one reader, or a part of it: pieces put one behind the other. */
export function fillPieces(pieces: readonly Piece[], filling: UnitFilling): string {
  let html = '';
  for (const piece of pieces) html += typeof piece === 'string' ? piece : fillHole(piece, filling);
  return html;
}

function fillHole(hole: Hole, filling: UnitFilling): string {
  switch (hole.type) {
    case 'problem':
      return filling.problem(hole.blockId);
    case 'asked':
      return filling.asked(hole);
    case 'done-mark':
      return filling.doneMark(hole.blockId);
    case 'video-position':
      return String(filling.videoPosition(hole.blockId));
    case 'choice': {
      const chosen = filling.chosen(hole.blockId, Object.keys(hole.options));
      return chosen.map((id) => fillPieces(hole.options[id] ?? [], filling)).join('');
    }
    case 'staff':
      return filling.isStaff ? fillPieces(hole.pieces, filling) : '';
  }
}
