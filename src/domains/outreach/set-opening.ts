import type { Reading, Writing } from '../../kernel/database/index.ts';
import { isDay, type Opening } from './opening.ts';
import { selectOpening, updateOpening } from './opening-store.ts';

/** Whether visitors see the site, or that it is coming. A site that says nothing is open. */
export async function getOpening(r: Reading<'provide' | 'contact'>): Promise<Opening> {
  return (await selectOpening(r)) ?? { isComingSoon: false, opensOn: null };
}

/** Opens the site, or shows it as not yet open. Operators only; the page sees to that. */
export async function setOpening(
  w: Writing<'contact'>,
  opening: Opening,
): Promise<{ readonly type: 'stored' } | { readonly type: 'refused'; readonly because: 'no-day' }> {
  const { opensOn } = opening;
  if (opensOn !== null && !isDay(opensOn)) return { type: 'refused', because: 'no-day' };
  await updateOpening(w, opening);
  return { type: 'stored' };
}
