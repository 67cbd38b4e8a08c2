import { holdErasingOff, type Writing } from '../../kernel/database/index.ts';
import type { Holdings } from '../../kernel/holdings/index.ts';
import { noteHold, tellHeld } from './end-holds.ts';
import { findHoldFaults, type HoldFaults, type HoldForm, newestDayOver } from './hold.ts';
import { deleteFreed, insertHold, insertHoldStep, lockHold, selectHoldSteps, updateHold } from './hold-store.ts';
import { listHoldable, openSeals, sealPerson } from './holds-now.ts';
import { findPersonIds } from './read-disclosed.ts';

type Refused<B extends string> = { readonly type: 'refused'; readonly because: B };

/**
 * Asks for a legal hold on whoever has an address: one for the account, and one for a sign-up without it. Nothing is held
 * before another operator approves it, and whose it is stays sealed until they are told.
 *
 * @param map of the whole house
 */
export async function askHold(
  w: Writing<'rights'>,
  map: Holdings,
  email: string,
  form: HoldForm,
  operatorId: string,
): Promise<
  | { readonly type: 'asked'; readonly ids: readonly string[] }
  | Refused<'no-such-person'>
  | (Refused<'faults'> & { readonly faults: HoldFaults })
> {
  const known = listHoldable(map).map(({ table }) => table);
  const faults = findHoldFaults(form, known, w.now());
  if (faults) return { type: 'refused', because: 'faults', faults };
  const personIds = await findPersonIds(w, map, email);
  if (personIds.length === 0) return { type: 'refused', because: 'no-such-person' };
  const isSilent = form.telling === 'later';
  const ids: string[] = [];
  for (const personId of personIds) {
    const id = await insertHold(w, {
      sealed: await sealPerson(w, personId),
      tables: [...new Set(form.tables)],
      ground: form.ground.trim(),
      ends_on: form.endsOn,
      silence: isSilent ? form.silence.trim() : null,
      silent_until: isSilent ? form.silentUntil : null,
    });
    await insertHoldStep(w, id, operatorId, 'asked');
    ids.push(id);
  }
  return { type: 'asked', ids };
}

/**
 * Approves a hold, which keeps what it names from the commit on. By another operator than who asked, who reads off the
 * document whose data it is: the address must lead to the same person.
 *
 * @param map of the whole house
 */
export async function approveHold(
  w: Writing<'rights'>,
  map: Holdings,
  id: string,
  email: string,
  operatorId: string,
): Promise<
  { readonly type: 'approved' } | Refused<'no-such-hold' | 'not-asked' | 'too-late' | 'asked-by-you' | 'other-person'>
> {
  // An erasure comes before it or after it, never at once.
  await holdErasingOff(w);
  const hold = await lockHold(w, id);
  if (!hold) return { type: 'refused', because: 'no-such-hold' };
  if (hold.approved_at || hold.lifted_at) return { type: 'refused', because: 'not-asked' };
  if (hold.ends_on <= newestDayOver(w.now())) return { type: 'refused', because: 'too-late' };
  const [asked] = await selectHoldSteps(w, [id]);
  if (asked?.operator_id === operatorId) return { type: 'refused', because: 'asked-by-you' };
  const personId = (await openSeals(w))(hold);
  if (!personId || !(await findPersonIds(w, map, email)).includes(personId))
    return { type: 'refused', because: 'other-person' };
  await updateHold(w, id, { approved_at: w.now() });
  await insertHoldStep(w, id, operatorId, 'approved');
  const by = { type: 'staff', role: 'operator', staffId: operatorId } as const;
  if (!hold.silent_until) await tellHeld(w, map, hold, personId, by);
  return { type: 'approved' };
}

/**
 * Lifts a hold, or takes one back that nobody approved: what it set aside is deleted.
 *
 * @param map of the whole house
 */
export async function liftHold(
  w: Writing<'rights'>,
  map: Holdings,
  id: string,
  operatorId: string,
): Promise<{ readonly type: 'lifted' } | Refused<'no-such-hold' | 'lifted-already'>> {
  await holdErasingOff(w);
  const hold = await lockHold(w, id);
  if (!hold) return { type: 'refused', because: 'no-such-hold' };
  if (hold.lifted_at) return { type: 'refused', because: 'lifted-already' };
  // Of what was never approved there is nothing to tell.
  await updateHold(w, id, { lifted_at: w.now(), ...(hold.approved_at ? {} : { sealed: null }) });
  await insertHoldStep(w, id, operatorId, 'lifted');
  await deleteFreed(w);
  const by = { type: 'staff', role: 'operator', staffId: operatorId } as const;
  if (hold.person_id) await noteHold(w, map, hold, hold.person_id, by, 'lifted');
  return { type: 'lifted' };
}
