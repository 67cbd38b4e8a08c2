import type { Reading, Writing } from '../../kernel/database/index.ts';
import { deleteListed, selectErasures } from './erasure-store.ts';
import { clearFreed, selectFreed } from './hold-store.ts';

const most_persons = 10_000;

/** Something that is erased, and whose bytes may still lie in the database's files, where no query finds them. */
export interface Unfinished {
  /** Of a person, or of a legal hold whose copies went. */
  readonly id: string;
  readonly erasedAt: Date;
}

/** What waits for its bytes to be overwritten, the oldest first. */
export async function listUnfinished(r: Reading<'rights'>): Promise<Unfinished[]> {
  const persons = (await selectErasures(r, most_persons)).map(({ personId, erasedAt }) => ({ id: personId, erasedAt }));
  const holds = (await selectFreed(r)).map(({ id, freed_at }) => ({ id, erasedAt: freed_at }));
  return [...persons, ...holds].sort((one, other) => one.erasedAt.getTime() - other.erasedAt.getTime());
}

/** Their bytes are overwritten: the notes go, but for those that the list beside the database does not have yet. */
export async function finishErasures(w: Writing<'rights'>, notes: readonly Unfinished[]): Promise<void> {
  if (notes.length === 0) return;
  const ids = notes.map(({ id }) => id);
  await deleteListed(w, ids);
  await clearFreed(w, ids);
}
