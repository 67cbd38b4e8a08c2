import type { Reading } from '../../kernel/database/index.ts';
import type { CourseKey } from '../courses/index.ts';
import { selectChoices, selectEntries, selectKeys } from './catalog-store.ts';
import { type CatalogChoices, type CatalogPage, type CatalogQuery, entriesOnAPage } from './entry.ts';

const most_pages = 100;
const most_keys = 50_000;

/** One page of what is found, best first. A page beyond the last is the last. */
export async function searchCatalog(r: Reading<'provide'>, query: CatalogQuery): Promise<CatalogPage> {
  const page = Math.min(Math.max(query.page, 1), most_pages);
  const { entries, found } = await selectEntries(r, { ...query, page });
  const pages = Math.min(Math.max(Math.ceil(found / entriesOnAPage), 1), most_pages);
  if (entries.length > 0 || page === 1) return { entries, found, page, pages };
  // Nothing so far behind: how far the list goes, its first page says.
  const first = await searchCatalog(r, { ...query, page: 1 });
  return first.pages === 1 ? first : searchCatalog(r, { ...query, page: first.pages });
}

/** What the catalogue can be narrowed by, with how many courses. At most 600 choices in all. */
export function listChoices(r: Reading<'provide'>): Promise<CatalogChoices> {
  return selectChoices(r);
}

/** The keys of listed courses, for the map of the site. At most 50,000, which is what such a map holds. */
export function listEntryKeys(r: Reading<'provide'>): Promise<CourseKey[]> {
  return selectKeys(r, most_keys);
}
