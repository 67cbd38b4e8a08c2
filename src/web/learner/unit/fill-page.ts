import { chosenBlocks, isDone, type OpenUnit, videosToWatch } from '../../../domains/learning/index.ts';
import type { Words } from '../../i18n.ts';
import { type AskedHole, fillDoneMark, fillPieces, type UnitFilling } from '../render/index.ts';
import type { UnitTemplate } from './template-cache.tsx';
import type { PageHole } from './unit-frame.ts';

/** What a page is filled from. */
export interface PageFilling {
  readonly open: OpenUnit;
  /** The problems' HTML, by their blocks. */
  readonly problems: ReadonlyMap<string, string>;
  /** The HTML of a poll, a survey or a word cloud. */
  readonly asked: (hole: AskedHole) => string;
  readonly words: Words;
  readonly now: Date;
}

/** The page for one reader: bytes put one behind the other. Nothing is rendered here that was rendered before. */
export function fillPage(template: UnitTemplate, filling: PageFilling): Uint8Array<ArrayBuffer> {
  const done = new Set(filling.open.completed);
  const unit = unitFilling(filling, done);
  return Buffer.concat(
    template.segments.map((segment) =>
      Buffer.isBuffer(segment) ? segment : Buffer.from(fillHole(segment, filling.open, unit, done)),
    ),
  );
}

function fillHole(hole: PageHole, open: OpenUnit, unit: UnitFilling, done: ReadonlySet<string>): string {
  switch (hole.type) {
    case 'content':
      return '';
    case 'piece':
      return fillPieces([hole.piece], unit);
    case 'done':
      return isDone(hole.unit, done) ? hole.yes : hole.no;
    case 'bookmark':
      return open.isBookmarked ? hole.yes : hole.no;
    case 'watched':
      return videosToWatch(open.reader, open.unit, done).length > 0 ? hole.form : '';
  }
}

function unitFilling({ open, problems, asked, words, now }: PageFilling, done: ReadonlySet<string>): UnitFilling {
  const { reader, states } = open;
  return {
    isStaff: reader.isStaff,
    asked,
    doneMark: (id) => fillDoneMark(id, done.has(id), { courseKey: reader.courseKey, words }),
    problem: (blockId) => problems.get(blockId) ?? '',
    videoPosition: (blockId) => states[blockId]?.video?.position_seconds ?? 0,
    chosen: (blockId, options) => chosenBlocks(reader, blockId, options, now),
  };
}
