import {
  type Answered,
  askHint,
  atBlock,
  type BlockReader,
  handInAnswer,
  isProblemTag,
  type ProblemRefusal,
  resetProblem,
  saveAnswer,
  showAnswer,
  showProblem,
} from '../../../domains/learning/index.ts';
import { acceptHonorCode, type PolicyDocument } from '../../../domains/policy/index.ts';
import { learnerCopy } from '../../../domains/problems/index.ts';
import type { NewEvent } from '../../../domains/tracking/index.ts';
import type { Powers } from '../../../powers.ts';
import type { Words } from '../../i18n.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { readFields } from '../../request/read-form.ts';
import { recordEvent } from '../../request/record-event.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { enter } from '../course/enter.tsx';
import { respondWithPart, wantsPart } from '../parts/swap.ts';
import { problemPlace } from '../problem-place.ts';
import { readAnswers } from '../render/index.ts';
import { honorCodeField, respondWithHonorCode } from './honor-code.tsx';
import { createProblemWriter, type ProblemWriter } from './problem-html.ts';

type Done =
  | Answered
  | { readonly type: 'saved' | 'reset' | 'shown' }
  | { readonly type: 'hint'; readonly shown: number }
  | ProblemRefusal;

/** Everything that a problem's form sends: hand in, save, reset, ask for a hint, show the answer. */
export const answerRoutes: Routes = (site, powers) => {
  const writeProblem = createProblemWriter(powers);

  site.post('/learn/:courseKey/answer/:blockId', async (c) => {
    const reader = await enter(c, powers);
    if (reader instanceof Response) return reader;
    const tooMany = await refuseTooMany(c, powers, { what: 'answer', who: reader.personId });
    if (tooMany) return tooMany;
    const at = atBlock(reader, c.req.param('blockId'), powers.database.read('provide').now());
    if (!at || !isProblemTag(at.block.tag)) return respondNotFound(c);
    const form = await readFields(c);
    const done = await act(powers, at, form);
    if (done.type === 'refused' && done.because === 'honor-code') {
      return respondWithHonorCode(c, at, honorCodeNow(powers), form);
    }
    const event = eventOf(done);
    if (event) recordEvent(c, powers, { ...event, courseKey: at.courseKey, blockId: at.block.id } as NewEvent);
    if (done.type === 'refused' && isToTryAgain(done)) return respondRefused(c, at, done);
    if (wantsPart(c)) return respondWithProblem(c, powers, at, done, writeProblem);
    if (done.type === 'refused' && done.because !== 'unreadable') return respondRefused(c, at, done);
    return c.redirect(placeOf(at), 303);
  });
};

async function act(powers: Powers, at: BlockReader, form: URLSearchParams): Promise<Done> {
  const { database, documents, learning } = powers;
  const shown = await showProblem(database.read('provide'), learning, at);
  if (shown.type !== 'shown') return { type: 'refused', because: shown.type };
  const answers = readAnswers(learnerCopy(shown.problem), form);
  const action = form.get('action');
  if (action !== 'save' && action !== 'reset' && action !== 'hint' && action !== 'show-answer') {
    if (form.get(honorCodeField) === honorCodeNow(powers).version) {
      await database.write('provide', (w) => acceptHonorCode(w, at.personId, at.courseKey, documents));
    }
    return handInAnswer(database, learning, at, shown, answers);
  }
  return database.write('provide', (w): Promise<Done> => {
    switch (action) {
      case 'save':
        return saveAnswer(w, learning, at, answers);
      case 'reset':
        return resetProblem(w, learning, at);
      case 'hint':
        return askHint(w, learning, at);
      case 'show-answer':
        return showAnswer(w, learning, at);
    }
  });
}

function honorCodeNow({ database, documents }: Powers): PolicyDocument {
  return documents.currentDocument('honor-code', database.read('provide').now());
}

function eventOf(done: Done): Pick<NewEvent, 'type' | 'data'> | null {
  switch (done.type) {
    case 'answered':
      return { type: 'problem.answered', data: { attempt: done.attempt, score: done.score, most: done.most } };
    case 'saved':
      return { type: 'problem.saved', data: {} };
    case 'reset':
      return { type: 'problem.reset', data: {} };
    case 'shown':
      return { type: 'problem.answer-shown', data: {} };
    case 'hint':
      return { type: 'problem.hint-shown', data: { hint: done.shown } };
    case 'refused':
      return null;
  }
}

/** The problem as it is now, for the place of the form that was sent. */
async function respondWithProblem(
  c: SiteContext,
  { database, learning }: Powers,
  at: BlockReader,
  done: Done,
  writeProblem: ProblemWriter,
): Promise<Response> {
  const { words } = c.var;
  const shown = await showProblem(database.read('provide'), learning, at);
  const { html } = await writeProblem(shown, { version: at.version, block: at.block, isStaff: at.isStaff, words });
  const marked = shown.type === 'shown' && shown.view.score !== null;
  return respondWithPart(c, html, sayOf(done, marked, words));
}

function sayOf(done: Done, isMarked: boolean, { t }: Words): string {
  switch (done.type) {
    case 'answered':
      if (!isMarked) return t('answer.said.taken');
      return done.score >= done.most ? t('answer.said.right') : t('answer.said.wrong');
    case 'saved':
      return t('answer.said.saved');
    case 'reset':
      return t('answer.said.reset');
    case 'shown':
      return t('answer.said.shown');
    case 'hint':
      return t('answer.said.hint');
    case 'refused':
      return refusalWords(done, t);
  }
}

function refusalWords(refusal: ProblemRefusal, t: Words['t']): string {
  switch (refusal.because) {
    case 'unreadable':
      return refusal.message;
    case 'too-soon':
      return t('answer.refused.too-soon', { seconds: Math.max(1, refusal.remaining_seconds) });
    case 'reset-first':
      return t('answer.refused.reset-first');
    case 'not-done':
      return t('answer.refused.not-done');
    case 'not-offered':
      return t('answer.refused.not-offered');
    case 'closed':
    case 'not-enrolled':
      return t('answer.refused.closed');
    case 'preparing':
    case 'script-stopped':
    case 'overtaken':
    case 'no-grader':
      return t(`answer.refused.${refusal.because}`);
    case 'honor-code':
      return t('honorCode.title');
    case 'no-problem':
    case 'broken':
      return t('answer.refused.broken');
  }
}

/** What was typed stays in the form: the same answer may be sent again. */
function isToTryAgain({ because }: ProblemRefusal): boolean {
  return because === 'preparing' || because === 'script-stopped' || because === 'overtaken' || because === 'no-grader';
}

/** Without a script the refusal needs a page of its own; the problem itself shows what holds now. */
function respondRefused(c: SiteContext, at: BlockReader, refusal: ProblemRefusal): Response {
  const { t } = c.var.words;
  const title = refusalWords(refusal, t);
  const children = (
    <div class="column stack">
      <h1>{title}</h1>
      <p>
        <a href={placeOf(at)} data-control="answer.back">
          {t('answer.back')}
        </a>
      </p>
    </div>
  );
  return respondWithPage(c, { title, children }, 409);
}

/** The problem on its unit's page. */
function placeOf(at: BlockReader): string {
  return `${urls.unit(at.courseKey, at.unit.id)}#${problemPlace(at.block.id)}`;
}
