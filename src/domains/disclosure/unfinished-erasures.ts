import type { Reading, Writing } from '../../kernel/database/index.ts';
import { deleteListed, type ErasureNote, selectErasures } from './erasure-store.ts';

const most_persons = 10_000;

/** People who are erased, and whose bytes may still lie in the database's files, where no query finds them. */
export function listUnfinished(r: Reading<'rights'>): Promise<ErasureNote[]> {
  return selectErasures(r, most_persons);
}

/** Their bytes are overwritten: the notes go, but for those that the list beside the database does not have yet. */
export async function finishErasures(w: Writing<'rights'>, notes: readonly ErasureNote[]): Promise<void> {
  if (notes.length > 0) await deleteListed(w, notes);
}
