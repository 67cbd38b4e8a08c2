import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';
import type { InfoPage } from './info-page.ts';

const columns = ['slug', 'kind', 'title', 'summary', 'body', 'published_at', 'changed_at'] as const;
type Row = Omit<InfoPage, 'kind'> & { readonly kind: string };
const fromRow = (row: Row): InfoPage => ({ ...row, kind: row.kind as InfoPage['kind'] });

export async function selectPage(r: Reading<'provide' | 'contact'>, slug: string): Promise<InfoPage | null> {
  const row = await tables(r, holdings)
    .selectFrom('info_page')
    .select(columns)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Those that are published by now, newest first. */
export async function selectPublished(
  r: Reading<'provide'>,
  kind: InfoPage['kind'],
  limit: number,
): Promise<InfoPage[]> {
  const rows = await tables(r, holdings)
    .selectFrom('info_page')
    .select(columns)
    .where('kind', '=', kind)
    .where('published_at', '<=', r.now())
    .orderBy('published_at', 'desc')
    .orderBy('slug')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

export async function selectPages(r: Reading<'contact'>, limit: number): Promise<InfoPage[]> {
  const rows = await tables(r, holdings)
    .selectFrom('info_page')
    .select(columns)
    .orderBy('kind')
    .orderBy('changed_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

export async function insertPage(w: Writing<'contact'>, page: InfoPage): Promise<boolean> {
  const result = await tables(w, holdings)
    .insertInto('info_page')
    .values(page)
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function updatePage(w: Writing<'contact'>, { slug, ...page }: InfoPage): Promise<boolean> {
  const result = await tables(w, holdings)
    .updateTable('info_page')
    .set(page)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function deletePage(w: Writing<'contact'>, slug: string): Promise<void> {
  await tables(w, holdings).deleteFrom('info_page').where('slug', '=', slug).execute();
}
