import { holdErasingOff, type Writing } from '../../kernel/database/index.ts';
import { queueLetter } from '../../kernel/mail/index.ts';
import { noteEntry } from '../ledger/index.ts';
import { insertStep, lockEntry, updateEntry, updateTold } from './gate-store.ts';
import type { DisclosureLetters } from './letters.ts';
import { listSubjects } from './open-gate.ts';

/** Where somebody is written to. `hasAccount`: they have a ledger. */
export interface Reachable {
  readonly address: string;
  readonly hasAccount: boolean;
}

/**
 * Tells whom a disclosure is about, by letter and in their ledger, which has it from now on; each once. Refused before the
 * data were handed over, and while they may not be told.
 *
 * @param today of the operator's calendar
 * @param reach how a person is reached, or null when they are gone
 */
export async function tellSubjects(
  w: Writing<'rights'>,
  id: string,
  operatorId: string,
  today: string,
  reach: (personId: string) => Promise<Reachable | null>,
  letters: DisclosureLetters,
): Promise<
  | { readonly type: 'told'; readonly count: number }
  | { readonly type: 'refused'; readonly because: 'no-such-disclosure' | 'not-given' | 'silent' | 'told-already' }
> {
  const entry = await lockEntry(w, id);
  if (!entry) return { type: 'refused', because: 'no-such-disclosure' };
  if (!entry.given_at) return { type: 'refused', because: 'not-given' };
  if (entry.told_at) return { type: 'refused', because: 'told-already' };
  if (entry.silent_until && today <= entry.silent_until) return { type: 'refused', because: 'silent' };
  const { ground, why, fields, given_at } = entry;
  const recipient = entry.recipient ?? '';
  const letter = letters.disclosed({ recipient, ground, why, fields, given_at });
  await holdErasingOff(w);
  const written = new Set<string>();
  for (const { subjectId, personId, isTold } of await listSubjects(w, entry)) {
    const reachable = isTold ? null : await reach(personId);
    if (!reachable) continue;
    await updateTold(w, subjectId, personId);
    const { address, hasAccount } = reachable;
    // Somebody with an account and a sign-up from before gets one letter.
    if (!written.has(address)) {
      await queueLetter(w, { personId, address, replyTo: letters.replyTo }, 'disclosure', letter);
      written.add(address);
    }
    const by = { type: 'staff', role: 'operator', staffId: operatorId } as const;
    const said = { recipient, ground, fields: [...fields] };
    if (hasAccount) await noteEntry(w, { personId, by, kind: 'disclosure', said });
  }
  await updateEntry(w, id, { told_at: w.now() });
  await insertStep(w, id, operatorId, 'told');
  return { type: 'told', count: written.size };
}
