import type { Reading, Writing } from '../../kernel/database/index.ts';
import { selectOpening, updateOpening } from './opening-store.ts';

/** Whether the site is open yet. */
export interface Opening {
  readonly isComingSoon: boolean;
  /** The day that is announced, as `2027-03-01`; null when none is. */
  readonly opensOn: string | null;
}

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

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
