import { getContent } from '../../../domains/courses/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { sendProgram } from '../../learner/frames/frame-routes.ts';
import type { SiteContext } from '../../request/site-context.ts';
import { openDraft } from '../parts/open-draft.ts';
import type { CoursePlace } from '../studio-site.ts';
import { openEditor } from './editor-view.ts';

/** A text that is a program, out of the draft or as it is being written: in the same sandbox as learners' pages have it. */
export async function showProgram(c: SiteContext, powers: Powers, place: CoursePlace): Promise<Response> {
  const blockId = c.req.param('blockId') ?? '';
  const { version } = await openDraft(powers, place);
  const isWritten = c.req.query('of') === 'written' && place.may('course.edit');
  const written = isWritten ? (await openEditor(powers, place, blockId, undefined))?.view.previewed : null;
  const block = written?.block ?? version.blocks.get(blockId);
  if (block?.tag !== 'html' || !block.contentHash) return respondNotFound(c);
  const html =
    written?.texts?.get(block.contentHash) ?? (await getContent(powers.database.read('provide'), block.contentHash));
  return sendProgram(c, powers, html, { version, title: block.displayName, folder: '' });
}
