import { type Database, holdErasingOff } from '../../kernel/database/index.ts';
import type { Holdings } from '../../kernel/holdings/index.ts';
import { type Letter, queueLetter } from '../../kernel/mail/index.ts';
import { listAffected } from '../disclosure/index.ts';
import { type Extent, insertNotices, selectBreach, selectExtents } from './breach-store.ts';

const batch_persons = 200;
const longest_chars = { subject: 200, body: 20_000 } as const;

/**
 * Writes to all whom a breach reached, each once, however often it is called and however many parts of the extent reach
 * them; with a record of each. In short transactions: killed in between, it goes on when it is called again.
 *
 * @returns how many were written to now
 */
export async function tellAffected(
  database: Database,
  map: Holdings,
  id: string,
  letter: { readonly subject: string; readonly body: string },
  replyTo: string,
): Promise<
  | { readonly type: 'told'; readonly count: number }
  | { readonly type: 'refused'; readonly because: 'no-such-breach' | 'no-words' }
> {
  const subject = letter.subject.trim().slice(0, longest_chars.subject);
  const body = letter.body.replace(/\r\n?/g, '\n').trim().slice(0, longest_chars.body);
  if (subject === '' || body === '') return { type: 'refused', because: 'no-words' };
  const r = database.read('rights');
  if (!(await selectBreach(r, id))) return { type: 'refused', because: 'no-such-breach' };
  let count = 0;
  for (const extent of await selectExtents(r, id, 100)) {
    let after: string | null = null;
    do {
      const { told, next } = await tellSome(
        database,
        map,
        { id, extent, after },
        { subject, text: `${body}\n` },
        replyTo,
      );
      count += told;
      after = next;
    } while (after);
  }
  return { type: 'told', count };
}

function tellSome(
  database: Database,
  map: Holdings,
  { id, extent, after }: { readonly id: string; readonly extent: Extent; readonly after: string | null },
  letter: Letter,
  replyTo: string,
): Promise<{ readonly told: number; readonly next: string | null }> {
  return database.write('rights', async (w) => {
    // Nobody is erased between being found and being noted as told.
    await holdErasingOff(w);
    const { persons, next } = await listAffected(w, map, extent, { after, limit: batch_persons });
    const ids = persons.map(({ personId }) => personId);
    const untold = new Set(await insertNotices(w, id, ids));
    // Somebody with an account and a sign-up from before gets one letter.
    const addresses = new Map(persons.filter(({ personId }) => untold.has(personId)).map((one) => [one.address, one]));
    for (const { personId, address } of addresses.values()) {
      await queueLetter(w, { personId, address, replyTo }, 'breach', letter);
    }
    return { told: addresses.size, next };
  });
}
