import {
  atBlock,
  type BlockReader,
  castVote,
  type Given,
  isAsking,
  readAsking,
  setDone,
  showVotes,
  unanswered,
  type Voted,
} from '../../../domains/learning/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound, respondWithNews } from '../../layout/message-page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { readFields } from '../../request/read-form.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { enter } from '../course/enter.tsx';
import { respondWithPart, wantsPart } from '../parts/swap.ts';
import { type AskedHole, donePlace, fillAsked, fillDoneMark, type Piece, votePlace } from '../render/index.ts';

/** What a poll, a survey, a word cloud or a mark sends. */
export const voteRoutes: Routes = (site, powers) => {
  const adding = (pattern: string, act: (c: SiteContext, powers: Powers, at: BlockReader) => Promise<Response>) =>
    site.post(pattern, async (c) => {
      const reader = await enter(c, powers);
      if (reader instanceof Response) return reader;
      const tooMany = await refuseTooMany(c, powers, { what: 'answer', who: reader.personId });
      if (tooMany) return tooMany;
      const at = atBlock(reader, c.req.param('blockId') ?? '', powers.database.read('provide').now());
      return at ? act(c, powers, at) : respondNotFound(c);
    });
  adding('/learn/:courseKey/vote/:blockId', vote);
  adding('/learn/:courseKey/done/:blockId', setMark);
};

async function vote(c: SiteContext, powers: Powers, at: BlockReader): Promise<Response> {
  if (!isAsking(at.block.tag)) return respondNotFound(c);
  const given = readGiven(at, await readFields(c));
  const voted = await powers.database.write('provide', (w) => castVote(w, at, given));
  if (voted.type === 'refused') return respondRefused(c, at, voted);
  return wantsPart(c) ? respondWithVotes(c, powers, at) : c.redirect(placeOf(at), 303);
}

/** The mark of a block of the kind `done`: set, or taken away. */
async function setMark(c: SiteContext, powers: Powers, at: BlockReader): Promise<Response> {
  const isDone = (await readFields(c)).get('done') === 'yes';
  const set = await powers.database.write('provide', (w) => setDone(w, at, isDone));
  if (set.type === 'refused') return respondNotFound(c);
  const { words } = c.var;
  const html = fillDoneMark(at.block.id, isDone, { courseKey: at.courseKey, words });
  if (wantsPart(c)) return respondWithPart(c, html, words.t(isDone ? 'done.isDone' : 'done.isOpen'));
  return c.redirect(`${urls.unit(at.courseKey, at.unit.id)}#${donePlace(at.block.id)}`, 303);
}

/** Questions are named by their place: their keys are the author's, and may be anything. */
function readGiven({ block }: BlockReader, form: URLSearchParams): Given {
  const { kind, questions } = readAsking(block);
  if (kind === 'words') return new Map([['', form.getAll('word')]]);
  if (kind === 'poll') return new Map([['', form.getAll('answer-')]]);
  return new Map(questions.map(({ key }, at) => [key, form.getAll(`answer-${at}`)]));
}

async function respondWithVotes(c: SiteContext, { database, learning }: Powers, at: BlockReader): Promise<Response> {
  const { words } = c.var;
  const { unit } = await learning.units.get(at.version, at.unit.block, words.language);
  const hole = findHole(unit.segments, at.block.id);
  if (!hole) return respondNotFound(c);
  const votes = await showVotes(database.read('provide'), at, [at.block.id]);
  const html = fillAsked(hole, votes.get(at.block.id) ?? unanswered, { courseKey: at.courseKey, words });
  return respondWithPart(c, html, words.t('vote.said'));
}

function findHole(pieces: readonly Piece[], blockId: string): AskedHole | null {
  for (const piece of pieces) {
    if (typeof piece === 'string') continue;
    if (piece.type === 'asked' && piece.blockId === blockId) return piece;
    const inside =
      piece.type === 'staff' ? piece.pieces : piece.type === 'choice' ? Object.values(piece.options).flat() : [];
    const found = findHole(inside, blockId);
    if (found) return found;
  }
  return null;
}

function respondRefused(c: SiteContext, at: BlockReader, { because }: Extract<Voted, { type: 'refused' }>): Response {
  const { t } = c.var.words;
  const more = (
    <p>
      <a href={placeOf(at)} data-control="answer.back">
        {t('answer.back')}
      </a>
    </p>
  );
  return respondWithNews(c, { title: t('vote.refused'), text: t(`vote.refused.${because}`), more }, 409);
}

function placeOf(at: BlockReader): string {
  return `${urls.unit(at.courseKey, at.unit.id)}#${votePlace(at.block.id)}`;
}
