import type { Database } from '../../kernel/database/index.ts';
import { listWithdrawn } from '../policy/index.ts';
import { deleteSomeEvents, deleteVisits } from './event-store.ts';

/**
 * Deletes what was tied to people who took their yes back: nothing else allowed it. In short transactions; safe to repeat,
 * and asked for again for days, so that what was still on its way goes too.
 *
 * @returns how many events
 */
export async function forgetWithdrawn(database: Database): Promise<number> {
  const personIds = await listWithdrawn(database.read('provide'), 'improve');
  if (personIds.length === 0) return 0;
  const deleteSome = () => database.write('rights', (w) => deleteSomeEvents(w, personIds));
  let all = 0;
  for (let count = await deleteSome(); count > 0; count = await deleteSome()) all += count;
  await database.write('rights', (w) => deleteVisits(w, personIds));
  return all;
}
