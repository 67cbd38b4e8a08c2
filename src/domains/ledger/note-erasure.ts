import { randomBytes } from 'node:crypto';
import type { Writing } from '../../kernel/database/index.ts';
import { type Actor, leafOf, makeEntry, type SaltedEntry, salt_bytes } from './entry.ts';
import { vacateLeaves } from './ledger-store.ts';
import { lockLog } from './log-store.ts';

/**
 * Notes that people are erased, in the transaction that does it and before their entries go: the leaves of those are
 * marked as vacated, and a leaf for the erasure itself joins the log. No line of it is kept: what is given back is the
 * only copy, for the person to take along.
 */
export async function noteErasure(
  w: Writing<'rights'>,
  personIds: readonly string[],
  by: Actor,
): Promise<readonly SaltedEntry[]> {
  const role = by.type === 'staff' ? by.role : null;
  const noted = personIds.map((personId) => {
    const salt = randomBytes(salt_bytes);
    return { salt, entry: makeEntry({ personId, kind: 'erasure', by: by.type, role, said: {} }, w.now(), salt) };
  });
  await lockLog(w);
  await vacateLeaves(w, personIds, noted.map(leafOf));
  return noted;
}
