import type { Database } from '../../kernel/database/index.ts';
import { type ErasureNote, markListed, selectUnlisted } from './erasure-store.ts';

const batch_persons = 100;

/**
 * Carries erasures over to the list beside the database: right after each, and when the house opens those that a crash
 * left behind. A crash in between writes one twice, which does no harm; none is left out.
 *
 * @param append returns when the list is on disk
 * @returns how many
 */
export async function listErasures(
  database: Database,
  append: (notes: readonly ErasureNote[]) => Promise<void>,
): Promise<number> {
  let count = 0;
  for (;;) {
    const notes = await selectUnlisted(database.read('rights'), batch_persons);
    if (notes.length === 0) return count;
    await append(notes);
    await database.write('rights', (w) => markListed(w, notes));
    count += notes.length;
  }
}
