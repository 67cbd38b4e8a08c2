import type { Writing } from '../../kernel/database/index.ts';
import {
  chooseObjection,
  endRestriction,
  findUseLimits,
  getUseLimits,
  type ObjectableUse,
  restrict,
} from '../identity/index.ts';
import { noteEntry } from '../ledger/index.ts';

type Choosing = Writing<'provide' | 'rights'>;

/**
 * Puts a person's data to rest, or ends that, with effect on the next request: they are stored, and nothing else is done
 * with them. Noted in the ledger when it changes something. Whoever has no account is left as they are.
 */
export async function limitUse(w: Choosing, personId: string, toStoring: boolean): Promise<void> {
  const limits = await findUseLimits(w, personId);
  if (!limits || (limits.restricted_at !== null) === toStoring) return;
  await (toStoring ? restrict(w, personId) : endRestriction(w, personId));
  const said = { choice: toStoring ? 'set' : 'lifted', scope: 'all' } as const;
  await noteEntry(w, { personId, by: { type: 'self' }, kind: 'restriction', said });
}

/** Takes an objection to a use, or its end, with effect on the next request. Noted in the ledger when it changes something. */
export async function objectToUse(
  w: Writing<'provide'>,
  personId: string,
  choice: { readonly use: ObjectableUse; readonly objects: boolean },
): Promise<void> {
  const { objectsTo } = await getUseLimits(w, personId);
  if (objectsTo.includes(choice.use) === choice.objects) return;
  await chooseObjection(w, personId, choice);
  const said = { choice: choice.objects ? 'set' : 'lifted', scope: choice.use } as const;
  await noteEntry(w, { personId, by: { type: 'self' }, kind: 'objection', said });
}
