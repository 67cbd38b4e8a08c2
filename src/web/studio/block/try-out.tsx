import { learnerCopy } from '../../../domains/problems/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { respondWithPart, wantsPart } from '../../learner/parts/swap.ts';
import { readAnswers } from '../../learner/render/index.ts';
import { refuseTooMany } from '../../request/limit.tsx';
import { readFields } from '../../request/read-form.ts';
import type { SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { blockPlace } from '../parts/block-place.ts';
import { openDraft } from '../parts/open-draft.ts';
import { createPreviewer, type PreviewedBlock } from '../preview/previewer.ts';
import type { CoursePlace } from '../studio-site.ts';
import { openEditor } from './editor-view.ts';
import { respondWithPreview } from './respond-editor.tsx';

/** A problem is tried out: its answers are judged as a learner's would be, hints and the answer shown, and nothing kept. */
export async function tryOut(c: SiteContext, powers: Powers, place: CoursePlace): Promise<Response> {
  const tooMany = await refuseTooMany(c, powers, { what: 'answer', who: place.reader.personId });
  if (tooMany) return tooMany;
  const blockId = c.req.param('blockId') ?? '';
  const seed = wholeNumber(c.req.query('seed'), 1);
  const isWritten = c.req.query('of') === 'written' && place.may('course.edit');
  const open = isWritten ? await openEditor(powers, place, blockId, undefined) : null;
  if (open && c.req.query('whole') !== undefined) return respondWithPreview(c, powers, place, open.view, seed);
  const at = open ? open.view.previewed : await storedBlock(powers, place, blockId);
  if (at?.block.tag !== 'problem') return respondNotFound(c);
  const form = await readFields(c);
  const action = form.get('action');
  const trial = {
    seed,
    isHandedIn: action !== 'hint',
    hintsShown: wholeNumber(c.req.query('hints'), 0) + (action === 'hint' ? 1 : 0),
    isAnswerShown: action === 'show-answer' || c.req.query('shown') !== undefined,
  };
  const previewer = createPreviewer(powers);
  const { html } = await previewer.tryOut(at, c.var.words, trial, (problem) => readAnswers(learnerCopy(problem), form));
  if (wantsPart(c)) return respondWithPart(c, html, c.var.words.t('author.tried'));
  return respondWithTrial(c, place, at, html);
}

async function storedBlock(powers: Powers, place: CoursePlace, blockId: string): Promise<PreviewedBlock | null> {
  const { version } = await openDraft(powers, place);
  const block = version.blocks.get(blockId);
  return block ? { version, block, source: 'stored' } : null;
}

function respondWithTrial(c: SiteContext, place: CoursePlace, { block }: PreviewedBlock, html: string): Response {
  const { t } = c.var.words;
  const title = t('author.trying', { title: block.displayName });
  const unit = block.parent?.id ?? block.id;
  const children = (
    <div class="column stack">
      <h1>{title}</h1>
      <div dangerouslySetInnerHTML={{ __html: html }} />
      <p>
        <a href={`${urls.studioUnit(place.course.key, unit)}#${blockPlace(block.id)}`} data-control="author.back">
          {t('author.back')}
        </a>
      </p>
    </div>
  );
  return respondWithPage(c, { title, scripts: ['swap-form'], children });
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  const number = Number(text);
  return text !== undefined && Number.isInteger(number) && number >= 0 && number < 1e6 ? number : otherwise;
}
