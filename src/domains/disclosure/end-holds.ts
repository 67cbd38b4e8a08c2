import type { Writing } from '../../kernel/database/index.ts';
import type { Holdings } from '../../kernel/holdings/index.ts';
import { type Actor, noteEntry } from '../ledger/index.ts';
import { newestDayOver } from './hold.ts';
import { deleteFreed, type HoldRow, selectSealed, updateHold } from './hold-store.ts';
import { openSeals } from './holds-now.ts';
import { findReachable } from './read-disclosed.ts';

/**
 * Deletes what holds kept that are over, and tells persons of holds of which they may know by now.
 *
 * @param map of the whole house
 * @returns how many copies went
 */
export async function endHolds(w: Writing<'rights'>, map: Holdings): Promise<number> {
  const overOn = newestDayOver(w.now());
  const due = (await selectSealed(w)).filter(
    ({ approved_at, silent_until }) => approved_at && (silent_until ?? '') <= overOn,
  );
  const personOf = due.length > 0 ? await openSeals(w) : () => null;
  for (const hold of due) await tellHeld(w, map, hold, personOf(hold)!, { type: 'site' });
  return deleteFreed(w);
}

/** The person's ledger has the hold from now on, and the row leads to them. */
export async function tellHeld(
  w: Writing<'rights'>,
  map: Holdings,
  hold: HoldRow,
  personId: string,
  by: Actor,
): Promise<void> {
  await updateHold(w, hold.id, { person_id: personId, sealed: null, told_at: w.now() });
  await noteHold(w, map, hold, personId, by, 'set');
  if (hold.lifted_at) await noteHold(w, map, hold, personId, by, 'lifted');
}

/** Notes in the ledger of the person, if they have one. */
export async function noteHold(
  w: Writing<'rights'>,
  map: Holdings,
  { ground, tables, ends_on }: HoldRow,
  personId: string,
  by: Actor,
  choice: 'set' | 'lifted',
): Promise<void> {
  const reachable = await findReachable(w, map, personId);
  const said = { choice, ground, tables: [...tables], ends_on };
  if (reachable?.hasAccount) await noteEntry(w, { personId, by, kind: 'hold', said });
}
