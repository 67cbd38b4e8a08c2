import { daysBefore } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database/index.ts';
import type { Holdings } from '../../kernel/holdings/index.ts';
import { endHolds } from './end-holds.ts';
import { erasePerson } from './erase-person.ts';
import { holdsNow, keepingsOf } from './holds-now.ts';
import { listTerms, type Term } from './list-terms.ts';
import { rootsOf } from './person-plan.ts';
import { endRows, selectEndedPersons } from './term-store.ts';

/**
 * Ends every term of the data map that is over: rows go, values are emptied, addresses are cut down to their network, and
 * persons whom nobody confirmed are erased; so do legal holds. What holds keep is set aside before it goes. In many short
 * transactions; safe to repeat, and to be killed in.
 *
 * @param map of the whole house
 * @returns how many rows and persons
 */
export async function endTerms(database: Database, map: Holdings): Promise<number> {
  let count = await database.write('rights', (w) => endHolds(w, map));
  for (const term of listTerms(map)) {
    count += term.goes === 'person' ? await endPersons(database, map, term) : await endAll(database, map, term);
  }
  return count;
}

async function endAll(database: Database, map: Holdings, term: Term): Promise<number> {
  const endSome = () =>
    database.write('rights', async (w) => {
      const keepings = keepingsOf(map, await holdsNow(w), term.table);
      return endRows(w, term, daysBefore(w.now(), term.days), keepings);
    });
  let all = 0;
  for (let count = await endSome(); count > 0; count = await endSome()) all += count;
  return all;
}

/** By id, as if they had asked: who wrote an address into a form has no say over what its owner signed up for. */
async function endPersons(database: Database, map: Holdings, term: Term): Promise<number> {
  const { id } = rootsOf(map).find(({ table }) => table === term.table)!;
  const r = database.read('rights');
  const ids = await selectEndedPersons(r, term, id, daysBefore(r.now(), term.days));
  for (const personId of ids) await database.write('rights', (w) => erasePerson(w, map, { personId }));
  return ids.length;
}
