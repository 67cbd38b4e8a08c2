import type { Reading } from '../../kernel/database/index.ts';
import { selectNames } from './person-store.ts';

/**
 * Of these people, the word that stands for each on pages and their names: for a team that works with them. Whoever put
 * their data to rest is in no list.
 */
export function listPeople(
  r: Reading<'provide'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly handle: string; readonly name: string }>> {
  return selectNames(r, personIds);
}
