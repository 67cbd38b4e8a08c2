import type { Writing } from '../../kernel/database/index.ts';
import type { Holdings } from '../../kernel/holdings/index.ts';
import { findUseLimits } from '../identity/index.ts';
import { limitUse } from '../policy/index.ts';
import { rootsOf } from './person-plan.ts';
import { findPerson } from './person-store.ts';

/**
 * Puts all that is held on whoever has an address to rest, in an instant: an erasure of much takes seconds, and nobody is
 * to use meanwhile what is going.
 *
 * @param map of the whole house
 */
export async function restPerson(w: Writing<'rights'>, map: Holdings, email: string): Promise<void> {
  for (const personId of await findPerson(w, rootsOf(map), { email })) {
    if (await findUseLimits(w, personId)) await limitUse(w, personId, true);
  }
}
