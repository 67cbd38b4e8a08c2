import {
  deleteItem,
  type EditResult,
  hidePage,
  type ItemPlace,
  type ListName,
  moveItem,
  restoreItem,
} from '../../../domains/studio/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondWithNews } from '../../layout/message-page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { readFields } from '../../request/read-form.ts';
import type { SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { refusalWords } from '../parts/edit-words.ts';
import type { CoursePlace, StudioRoutes } from '../studio-site.ts';
import type { PagesPart } from './pages-frame.tsx';

/** A deletion that can be undone. */
export interface Undo {
  readonly version: string;
  readonly block: string;
}

type Act = 'delete' | 'restore' | 'move' | 'show' | 'hide';

const actsOf: Readonly<Record<ListName, readonly Act[]>> = {
  pages: ['delete', 'restore', 'move', 'show', 'hide'],
  textbooks: ['delete', 'restore', 'move'],
  updates: ['delete', 'restore'],
};
const partOf: Readonly<Record<ListName, PagesPart>> = { pages: 'list', textbooks: 'textbooks', updates: 'updates' };

/** What the buttons of the lists do. */
export const arrangeRoutes: StudioRoutes = (studio, powers) => {
  for (const list of ['pages', 'textbooks', 'updates'] as const) {
    for (const act of actsOf[list])
      studio.post(`/studio/courses/:courseKey/pages/arrange/${list}/${act}`, 'course.edit', (c, place) =>
        arrange(c, powers, place, list, act),
      );
  }
};

async function arrange(
  c: SiteContext,
  powers: Powers,
  place: CoursePlace,
  list: ListName,
  act: Act,
): Promise<Response> {
  const tooMany = await refuseTooMany(c, powers, { what: 'edit', who: place.reader.personId });
  if (tooMany) return tooMany;
  const form = await readFields(c);
  const key = form.get('up') || form.get('down') || form.get('block') || '';
  const back = urls.studioPages(place.course.key, partOf[list]);
  const result = await run(c, powers, place, { list, act, key, form });
  if (result.type !== 'edited') {
    const { t } = c.var.words;
    return respondWithNews(c, { title: t('author.notDone'), text: refusalWords(result, c.var.words) }, 409);
  }
  const undo = act === 'delete' ? `?${new URLSearchParams({ undo: `${result.before}~${key}` })}` : '';
  return c.redirect(back + undo, 303);
}

interface Asked {
  readonly list: ListName;
  readonly act: Act;
  readonly key: string;
  readonly form: URLSearchParams;
}

function run(
  c: SiteContext,
  { database, versions }: Powers,
  { course, reader }: CoursePlace,
  { list, act, key, form }: Asked,
): Promise<EditResult> {
  const message = c.var.words.t(`coursePages.did.${list}`);
  const edit = { courseKey: course.key, author: reader.personId, message };
  return database.write('provide', (w) => {
    switch (act) {
      case 'delete':
        return deleteItem(w, versions, edit, list, { key, edition: form.get('edition') });
      case 'restore':
        return restoreItem(w, versions, edit, list, { key, versionId: form.get('version') ?? '' });
      case 'move':
        return moveItem(w, versions, edit, list === 'pages' ? 'pages' : 'textbooks', { key, to: placeIn(form) });
      case 'show':
      case 'hide':
        return hidePage(w, versions, edit, { key, isHidden: act === 'hide' });
    }
  });
}

function placeIn(form: URLSearchParams): ItemPlace {
  if (form.has('up')) return 'up';
  return form.has('down') ? 'down' : { before: form.get('before') || null };
}
