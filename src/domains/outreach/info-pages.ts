import type { Reading, Writing } from '../../kernel/database/index.ts';
import { findPageFault, type InfoPage, type PageFault } from './info-page.ts';
import { deletePage, insertPage, selectPage, selectPages, selectPublished, updatePage } from './info-page-store.ts';

const most_pages = 200;

/** A page that everybody may read by now, or null. */
export async function findPublishedPage(
  r: Reading<'provide'>,
  kind: InfoPage['kind'],
  slug: string,
): Promise<InfoPage | null> {
  const page = await selectPage(r, slug);
  const isOut = page?.published_at && page.published_at <= r.now();
  return isOut && page.kind === kind ? page : null;
}

/** The pages of a kind that everybody may read by now, newest first, at most 200. */
export function listPublishedPages(r: Reading<'provide'>, kind: InfoPage['kind']): Promise<InfoPage[]> {
  return selectPublished(r, kind, most_pages);
}

/** All pages, drafts and those under embargo too, at most 200. For operators. */
export function listPages(r: Reading<'contact'>): Promise<InfoPage[]> {
  return selectPages(r, most_pages);
}

/** Any page by its word in the address, or null. For operators. */
export function findPage(r: Reading<'contact'>, slug: string): Promise<InfoPage | null> {
  return selectPage(r, slug);
}

/** Stores a page, as a new one or over the one that is there. */
export async function editPage(
  w: Writing<'contact'>,
  given: Omit<InfoPage, 'changed_at'>,
  as: 'new' | 'there',
): Promise<{ readonly type: 'stored' } | { readonly type: 'refused'; readonly because: PageFault }> {
  const page: InfoPage = {
    ...given,
    title: given.title.trim(),
    summary: given.summary.trim(),
    body: given.body.replace(/\r\n?/g, '\n').trim(),
    changed_at: w.now(),
  };
  const fault = findPageFault(page);
  if (fault) return { type: 'refused', because: fault };
  const isDone = as === 'new' ? await insertPage(w, page) : await updatePage(w, page);
  if (isDone) return { type: 'stored' };
  return { type: 'refused', because: as === 'new' ? 'taken' : 'no-such-page' };
}

/** Takes a page away for good. */
export function removePage(w: Writing<'contact'>, slug: string): Promise<void> {
  return deletePage(w, slug);
}
