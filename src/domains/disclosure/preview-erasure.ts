import type { Reading } from '../../kernel/database/index.ts';
import type { Holdings } from '../../kernel/holdings/index.ts';
import type { ErasedTable } from './erase-person.ts';
import { heldGrounds, toldHoldsOn } from './holds-now.ts';
import { planErasure, rootsOf } from './person-plan.ts';
import { countRows, findPerson, type Who } from './person-store.ts';

/**
 * What erasing a person would do now, in figures: the same report as of the erasure, of which nothing is carried out.
 * Empty when nobody is there.
 *
 * @param map of the whole house
 */
export async function previewErasure(r: Reading<'rights'>, map: Holdings, who: Who): Promise<ErasedTable[]> {
  const ids = await findPerson(r, rootsOf(map), who);
  if (ids.length === 0) return [];
  const plans = planErasure(map);
  const told = await toldHoldsOn(r, ids);
  const counts = await countRows(r, plans, ids);
  return plans
    .map(({ table, holds, action, kept }) => {
      const rows = counts.get(table) ?? 0;
      return { table, holds, action, rows, kept: [...kept, ...heldGrounds(told, table, false)] };
    })
    .filter(({ rows }) => rows > 0);
}
