import type { Writing } from '../../kernel/database/index.ts';
import type { Holdings } from '../../kernel/holdings/index.ts';
import { type Actor, noteEntries } from '../ledger/index.ts';
import { rootsOf } from './person-plan.ts';
import { findPerson, type Who } from './person-store.ts';

/**
 * Notes in a person's ledger that all that is held on them is about to be copied. In a transaction of its own and before
 * the copy: whoever breaks off at its last byte has it too.
 *
 * @param map of the whole house
 * @returns false when nobody is there
 */
export async function noteCopy(
  w: Writing<'rights'>,
  map: Holdings,
  who: Who,
  { by, format }: { readonly by: Actor; readonly format: 'json' | 'zip' },
): Promise<boolean> {
  const ids = await findPerson(w, rootsOf(map), who);
  await noteEntries(
    w,
    ids.map((personId) => ({ personId, by, kind: 'export', said: { format } })),
  );
  return ids.length > 0;
}
