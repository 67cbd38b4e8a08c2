import type { Reading } from '../../kernel/database/index.ts';
import type { CourseKey } from '../courses/index.ts';
import {
  countEntries,
  selectEntries,
  selectKeys,
  selectOrganisationChoices,
  selectValueChoices,
} from './catalog-store.ts';
import { type CatalogChoices, type CatalogPage, type CatalogQuery, entriesOnAPage } from './entry.ts';

const most_pages = 100;
const most_keys = 50_000;

/** One page of what is found, best first. A page beyond the last is the last. */
export async function searchCatalog(r: Reading<'provide'>, query: CatalogQuery): Promise<CatalogPage> {
  const found = await countEntries(r, query);
  const pages = Math.min(Math.max(Math.ceil(found / entriesOnAPage), 1), most_pages);
  const page = Math.min(Math.max(query.page, 1), pages);
  return { entries: found === 0 ? [] : await selectEntries(r, { ...query, page }), found, page, pages };
}

/** What the catalogue can be narrowed by. At most 200 of each. */
export async function listChoices(r: Reading<'provide'>): Promise<CatalogChoices> {
  const [organisations, languages, subjects] = await Promise.all([
    selectOrganisationChoices(r),
    selectValueChoices(r, 'language'),
    selectValueChoices(r, 'subject'),
  ]);
  return { organisations, languages, subjects };
}

/** The keys of listed courses, for the map of the site. At most 50,000, which is what such a map holds. */
export function listEntryKeys(r: Reading<'provide'>): Promise<CourseKey[]> {
  return selectKeys(r, most_keys);
}
