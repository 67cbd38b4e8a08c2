import type { Reading, Writing } from '../../kernel/database/index.ts';
import { type Holdings, tablesAboutPeople } from '../../kernel/holdings/index.ts';
import { seal, unseal } from '../gate/index.ts';
import { ensureSecret } from '../identity/index.ts';
import { type HoldRow, selectHoldsNow, selectSealed, updateHold } from './hold-store.ts';
import { holdings } from './holdings.ts';
import { columnsToShow, type TablePlan, waysOf } from './person-plan.ts';
import type { RowsOf } from './person-store.ts';

/** A hold that keeps something now, with whose it is. */
export interface HoldNow {
  readonly hold: HoldRow;
  readonly personId: string;
}

/** What a hold keeps of one table. */
export interface Keeping extends HoldNow {
  readonly of: RowsOf;
}

/** The tables that can be held: all about people, but for those of disclosure itself. */
export function listHoldable(map: Holdings): { readonly table: string; readonly holds: string }[] {
  return tablesAboutPeople(map)
    .filter((table) => !(table in holdings))
    .map((table) => ({ table, holds: map[table]!.holds }));
}

/** The holds that keep something now: one look where there are none. */
export async function holdsNow(w: Writing<'rights'>): Promise<HoldNow[]> {
  const holds = await selectHoldsNow(w);
  if (holds.length === 0) return [];
  const personOf = await openSeals(w);
  return holds.flatMap((hold) => {
    const personId = personOf(hold);
    return personId ? [{ hold, personId }] : [];
  });
}

/** Those that keep something of these ids. */
export async function holdsOn(w: Writing<'rights'>, ids: readonly string[]): Promise<HoldNow[]> {
  return (await holdsNow(w)).filter(({ personId }) => ids.includes(personId));
}

/** Those of them that the person knows of. */
export async function toldHoldsOn(r: Reading<'rights'>, ids: readonly string[]): Promise<HoldNow[]> {
  const holds = await selectHoldsNow(r);
  return holds.flatMap((hold) =>
    hold.person_id && ids.includes(hold.person_id) ? [{ hold, personId: hold.person_id }] : [],
  );
}

/** Seals that hide erased persons are thrown away: nobody is left to be told. Open ids go by the erasure's plan. */
export async function forgetHeld(w: Writing<'rights'>, ids: readonly string[]): Promise<void> {
  const sealed = await selectSealed(w);
  if (sealed.length === 0) return;
  const personOf = await openSeals(w);
  for (const hold of sealed) if (ids.includes(personOf(hold) ?? '')) await updateHold(w, hold.id, { sealed: null });
}

/** Those of the holds that keep rows of a table. */
export function keepingsOf(map: Holdings, holds: readonly HoldNow[], table: string): Keeping[] {
  const ours = holds.filter(({ hold }) => hold.tables.includes(table));
  if (ours.length === 0) return [];
  const of = { table, columns: columnsToShow(map, table), ways: waysOf(map, table) };
  return ours.map((one) => ({ ...one, of }));
}

/** What a report of an erasure says of the holds; those that the person may not know of are named to staff alone. */
export function heldGrounds(holds: readonly HoldNow[], table: string, isForStaff: boolean): TablePlan['kept'] {
  return holds
    .filter(({ hold }) => hold.tables.includes(table) && (isForStaff || hold.told_at))
    .map(({ hold }) => ({
      column: 'all, as a copy',
      ground: `a legal hold until ${hold.ends_on} keeps a copy aside: ${hold.ground}`,
    }));
}

const sealKey = 'holds';

export async function sealPerson(w: Writing<'rights'>, personId: string): Promise<Buffer> {
  return seal(await ensureSecret(w, sealKey), personId);
}

/** Says whose a hold is; null when they were erased since, or it was never approved. */
export async function openSeals(w: Writing<'rights'>): Promise<(hold: HoldRow) => string | null> {
  const key = await ensureSecret(w, sealKey);
  return ({ person_id, sealed }) => person_id ?? (sealed ? unseal(key, sealed) : null);
}
