import { lockErasing, type Writing } from '../../kernel/database/index.ts';
import type { Holdings } from '../../kernel/holdings/index.ts';
import { topic } from '../../kernel/switchboard.ts';
import { type Actor, noteErasure, type SaltedEntry } from '../ledger/index.ts';
import { insertErasures } from './erasure-store.ts';
import { copyAside } from './held-store.ts';
import { forgetHeld, heldGrounds, holdsOn, keepingsOf } from './holds-now.ts';
import { planErasure, rootsOf, type TablePlan } from './person-plan.ts';
import { carryOut, lockPerson, type Who } from './person-store.ts';

/** A person is gone: what waits for it (the list beside the database) may go on, and processes forget what they hold. */
export const personErased = topic<{ readonly personId: string; readonly erasedAt: Date }>('person erased');

/** What became of one table. */
export interface ErasedTable {
  readonly table: string;
  readonly holds: string;
  readonly action: TablePlan['action'];
  readonly rows: number;
  /** What stays of these rows, and on which ground; empty where the rows went. */
  readonly kept: TablePlan['kept'];
}

/**
 * How an erasure ended: with a report of every table that held something, or because nobody is there. What was noted of
 * it in the ledger's log is kept nowhere: `makeReceipts` makes it something for the person to take along.
 */
export type Erasure =
  | { readonly type: 'erased'; readonly tables: readonly ErasedTable[]; readonly noted: readonly SaltedEntry[] }
  | { readonly type: 'refused'; readonly because: 'no-such-person' };

/**
 * Erases a person: every row of every table that the map says is theirs is deleted, emptied of what leads to them, or
 * kept on a stated ground, all in the caller's transaction. By address it reaches the account and what was signed up for
 * without one; by id exactly one of them. Letters that wait for them go too; events still in memory
 * find nobody there. What a legal hold keeps is set aside first. The report has figures and grounds, nothing of the person.
 *
 * @param map of the whole house
 * @param by who does it, for the ledger's log
 * @throws when the map can't be carried out: then nothing is erased
 */
export async function erasePerson(
  w: Writing<'rights'>,
  map: Holdings,
  who: Who,
  by: Actor = { type: 'site' },
): Promise<Erasure> {
  const plans = planErasure(map);
  await lockErasing(w);
  const ids = await lockPerson(w, rootsOf(map), who);
  if (ids.length === 0) return { type: 'refused', because: 'no-such-person' };
  const noted = await noteErasure(w, ids, by);
  const holds = await holdsOn(w, ids);
  const tables: ErasedTable[] = [];
  for (const plan of plans) {
    const { table, action } = plan;
    for (const keeping of keepingsOf(map, holds, table)) await copyAside(w, keeping);
    const rows = await carryOut(w, plan, ids);
    const kept = [...plan.kept, ...heldGrounds(holds, table, by.type === 'staff')];
    if (rows > 0) tables.push({ table, holds: plan.holds, action, rows, kept });
  }
  await forgetHeld(w, ids);
  const notes = ids.map((personId) => ({ personId, erasedAt: w.now() }));
  await insertErasures(w, notes);
  for (const note of notes) w.announce(personErased, note);
  return { type: 'erased', tables, noted };
}
