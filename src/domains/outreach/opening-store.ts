import { type NamedStatement, type Reading, runNamed, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';
import type { Opening } from './opening.ts';

/** Asked for each page of a visitor. */
const select: NamedStatement = {
  name: 'outreach opening',
  text: "select is_coming_soon, opens_on from site_opening where name = 'site'",
};

export async function selectOpening(r: Reading<'provide' | 'contact'>): Promise<Opening | null> {
  const [row] = await runNamed<{ is_coming_soon: boolean; opens_on: string | null }>(r, select, []);
  return row ? { isComingSoon: row.is_coming_soon, opensOn: row.opens_on } : null;
}

export async function updateOpening(w: Writing<'contact'>, { isComingSoon, opensOn }: Opening): Promise<void> {
  const row = { is_coming_soon: isComingSoon, opens_on: opensOn };
  await tables(w, holdings)
    .insertInto('site_opening')
    .values({ name: 'site', ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
}
