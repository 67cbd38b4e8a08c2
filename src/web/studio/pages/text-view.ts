import { type EditResult, setHandouts, setPage, setUpdate } from '../../../domains/studio/index.ts';
import type { Writing } from '../../../kernel/database/index.ts';
import type { Powers } from '../../../powers.ts';
import { urls } from '../../urls.ts';
import type { CoursePlace } from '../studio-site.ts';
import type { PagesPart } from './pages-frame.tsx';
import { type PagesView, readPagesView } from './pages-view.ts';

/** A text of the course in its editor. */
export interface TextView {
  readonly pages: PagesView;
  readonly kind: 'update' | 'page' | 'handouts';
  /** As the address has it: `update@3`, `page@new`, `handouts`. */
  readonly id: string;
  /** Null for a new one. */
  readonly key: string | null;
  /** What the author began on; null for a new one. */
  readonly edition: string | null;
  /** The date of an update, the name of a page. */
  readonly title: string;
  readonly html: string;
  readonly part: PagesPart;
}

/** Opens the text that an address names; null when there is none. */
export async function openText(powers: Powers, place: CoursePlace, id: string): Promise<TextView | null> {
  const pages = await readPagesView(powers, place);
  if (id === 'handouts') {
    const { edition, html } = pages.pages.handouts;
    return { pages, kind: 'handouts', id, key: null, edition, title: '', html, part: 'handouts' };
  }
  const [, kind, key] = /^(update|page)@(.+)$/.exec(id) ?? [];
  if (kind !== 'update' && kind !== 'page') return null;
  const part = kind === 'update' ? 'updates' : 'list';
  if (key === 'new') {
    const title = kind === 'update' ? today(powers, pages.course.language) : '';
    return { pages, kind, id, key: null, edition: null, title, html: '', part };
  }
  const listed = kind === 'update' ? pages.pages.updates : pages.pages.pages.filter(({ isOwn }) => isOwn);
  const found = listed.find((one) => one.key === key);
  return found ? { ...found, pages, kind, id, part } : null;
}

/** Stores a text as its author sent it. */
export function storeText(
  w: Writing<'provide'>,
  powers: Powers,
  place: CoursePlace,
  view: TextView,
  message: string,
): Promise<EditResult> {
  const edit = { courseKey: place.course.key, author: place.reader.personId, message };
  const store = { update: setUpdate, page: setPage, handouts: setHandouts }[view.kind];
  return store(w, powers.versions, edit, view);
}

/** Where the text is seen among the others. */
export function backOf({ pages, part }: TextView): string {
  return urls.studioPages(pages.course.courseKey, part);
}

/** As Studio writes it, in the course's own language. */
function today({ database }: Powers, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    database.read('provide').now(),
  );
}
