import type { Powers } from '../../../powers.ts';
import { respondWithFilledPage } from '../../layout/form-page.tsx';
import { respondNotFound } from '../../layout/message-page.tsx';
import { type AuthorPages, createAuthorPages } from '../../learner/pages/author-pages.ts';
import { refuseTooMany } from '../../request/limit.tsx';
import { readFields } from '../../request/read-form.ts';
import type { SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { refusalWords } from '../parts/edit-words.ts';
import type { CoursePlace, StudioRoutes } from '../studio-site.ts';
import { TextPage } from './text-page.tsx';
import { backOf, openText, storeText, type TextView } from './text-view.ts';

const pattern = '/studio/courses/:courseKey/pages/text/:text';

/** The editor of an update, a page, or what the course hands out. */
export const textRoutes: StudioRoutes = (studio, powers) => {
  const render = createAuthorPages(powers);

  studio.get(pattern, 'course.edit', async (c, place) => {
    const view = await openText(powers, place, c.req.param('text'));
    return view ? respond(c, render, view) : respondNotFound(c);
  });

  studio.post(pattern, 'course.edit', async (c, place) => {
    const tooMany = await refuseTooMany(c, powers, { what: 'edit', who: place.reader.personId });
    if (tooMany) return tooMany;
    const stored = await openText(powers, place, c.req.param('text'));
    const form = await readFields(c);
    const sent = {
      title: (form.get('title') ?? '').trim().slice(0, 300).toWellFormed(),
      html: (form.get('text') ?? '').replace(/\r\n?/g, '\n').toWellFormed(),
      edition: form.get('edition') || null,
    };
    return stored ? save(c, powers, place, render, { ...stored, ...sent }, form.get('action')) : respondNotFound(c);
  });
};

async function save(
  c: SiteContext,
  powers: Powers,
  place: CoursePlace,
  render: AuthorPages,
  view: TextView,
  action: string | null,
): Promise<Response> {
  const { words } = c.var;
  if (view.kind === 'page' && view.title === '')
    return respond(c, render, view, { errors: { title: words.t('coursePages.noName') } });
  if (action === 'preview') return respond(c, render, view);
  const message = words.t('author.did.wrote', { title: view.title || words.t(`coursePages.part.${view.part}`) });
  const result = await powers.database.write('provide', (w) => storeText(w, powers, place, view, message));
  if (result.type === 'edited') return c.redirect(backOf(view), 303);
  if (result.type === 'refused') return respond(c, render, view, { errors: { text: refusalWords(result, words) } });
  // Saving once more is on top of theirs, which is shown beside what was typed.
  const newest = await openText(powers, place, view.id);
  return respond(c, render, { ...view, edition: newest?.edition ?? null }, { theirs: newest?.html ?? result.theirs });
}

async function respond(
  c: SiteContext,
  render: AuthorPages,
  view: TextView,
  { errors = {}, theirs = null }: { readonly errors?: FieldErrors; readonly theirs?: string | null } = {},
): Promise<Response> {
  const preview = await render(view.html, view.pages.open.version, c.var.words);
  return respondWithFilledPage(c, {
    title: c.var.words.t(`coursePages.edit.${view.kind}`),
    errors,
    scripts: ['rich-text', ...preview.scripts],
    children: <TextPage view={view} preview={preview} errors={errors} theirs={theirs} />,
  });
}
