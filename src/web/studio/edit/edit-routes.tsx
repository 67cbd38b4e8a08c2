import type { VNode } from 'preact';
import type { Powers } from '../../../powers.ts';
import { respondWithNews } from '../../layout/message-page.tsx';
import { renderPart } from '../../learner/parts/render-part.tsx';
import { respondWithPart, wantsPart } from '../../learner/parts/swap.ts';
import { refuseTooMany } from '../../request/limit.tsx';
import { readFields } from '../../request/read-form.ts';
import type { SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { askOnceMore } from '../check/ask-once-more.ts';
import { OutlinePart } from '../outline/outline-page.tsx';
import { readOutlineView } from '../outline/outline-view.ts';
import { blockPlace } from '../parts/block-place.ts';
import { refusalWords } from '../parts/edit-words.ts';
import { giveBackMark } from '../parts/give-back.ts';
import { openDraft } from '../parts/open-draft.ts';
import type { CoursePlace, StudioRoutes } from '../studio-site.ts';
import { UnitPart } from '../unit/unit-page.tsx';
import { readUnitView } from '../unit/unit-view.ts';
import { type Act, type Ask, acts, type Done, publish } from './edit-acts.ts';

/** What the buttons of the outline and of a unit do. */
export const editRoutes: StudioRoutes = (studio, powers) => {
  studio.post('/studio/courses/:courseKey/edit/publish', 'course.publish', async (c, place) => {
    return (await askOnceMore(c, powers, place)) ?? act(c, powers, place, publish);
  });
  for (const [what, edit] of Object.entries(acts)) {
    studio.post(`/studio/courses/:courseKey/edit/${what}`, 'course.edit', (c, place) => act(c, powers, place, edit));
  }
};

async function act(c: SiteContext, powers: Powers, place: CoursePlace, edit: Act): Promise<Response> {
  const tooMany = await refuseTooMany(c, powers, { what: 'edit', who: place.reader.personId });
  if (tooMany) return tooMany;
  const form = await readFields(c);
  const { words } = c.var;
  const ask: Ask = { powers, place, words, form, open: await openDraft(powers, place) };
  const done = await edit(ask);
  const { result } = done;
  const back = form.get('back') ?? '';
  if (result.type === 'refused' || result.type === 'moved-on') return respondRefused(c, place, back, done);
  const near = sectionOf(ask);
  const next = whereNext(place.course.key, back, done, near);
  if (next.isElsewhere || !wantsPart(c)) return c.redirect(next.address, 303);
  const part = back ? await unitPart(powers, place, c, back, done) : await outlinePart(powers, place, done, near);
  return part ? respondWithPart(c, renderPart(words, part), done.said) : c.redirect(next.address, 303);
}

/** A new unit is opened to be filled, and a new component in its editor; all else is shown where it was done. */
function whereNext(
  courseKey: string,
  back: string,
  { at, undo, result, isNew = false }: Done,
  near: string | null,
): { readonly address: string; readonly isElsewhere: boolean } {
  if (isNew && at) {
    if (back) return { address: urls.studioBlock(courseKey, at), isElsewhere: true };
    if (!/^(?:chapter|sequential)@/.test(at)) return { address: urls.studioUnit(courseKey, at), isElsewhere: true };
  }
  const page = back ? urls.studioUnit(courseKey, back) : urls.studioOutline(courseKey);
  const was = result.type === 'published' ? giveBackMark(result) : null;
  const query = new URLSearchParams({
    ...(at && !back && { at }),
    ...(near && !back && { near }),
    ...(undo && { undo: `${undo.version}~${undo.block}` }),
    ...(was && { was }),
  });
  const address = `${page}${query.size > 0 ? `?${query}` : ''}${at ? `#${blockPlace(at)}` : ''}`;
  return { address, isElsewhere: false };
}

/** The section in which something is done, as the draft was before. */
function sectionOf({ form, open }: Ask): string | null {
  const named = ['block', 'up', 'down', 'parent'].map((field) => form.get(field)).find(Boolean);
  const id = named ?? (form.get('new') ?? '').replace(/^\S+ /, '');
  let block = open.version.blocks.get(id) ?? null;
  while (block && block.tag !== 'chapter') block = block.parent;
  return block?.id ?? null;
}

async function outlinePart(
  powers: Powers,
  place: CoursePlace,
  { at, undo, result }: Done,
  near: string | null,
): Promise<VNode> {
  const giveBack = result.type === 'published' ? result : null;
  return <OutlinePart view={await readOutlineView(powers, place, { at, near, undo, giveBack })} />;
}

async function unitPart(
  powers: Powers,
  place: CoursePlace,
  c: SiteContext,
  unitId: string,
  { undo, result }: Done,
): Promise<VNode | null> {
  const giveBack = result.type === 'published' ? result : null;
  const view = await readUnitView(powers, place, c.var.words, unitId, { undo, giveBack });
  return view && <UnitPart view={view} />;
}

function respondRefused(c: SiteContext, place: CoursePlace, back: string, { result }: Done): Response {
  const { words } = c.var;
  const { t } = words;
  const text = result.type === 'refused' || result.type === 'moved-on' ? refusalWords(result, words) : '';
  const address = back ? urls.studioUnit(place.course.key, back) : urls.studioOutline(place.course.key);
  const more = (
    <p>
      <a href={address} data-control="author.back">
        {t('author.back')}
      </a>
    </p>
  );
  return respondWithNews(c, { title: t('author.notDone'), text, more }, 409);
}
