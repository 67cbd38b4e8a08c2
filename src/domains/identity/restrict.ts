import type { Reading, Writing } from '../../kernel/database/index.ts';
import { must } from '../../kernel/errors.ts';
import { selectLimits, updateObjections, updateRestricted } from './person-store.ts';

/** Uses of their data that a person may object to (P13). What they came for, and what the law demands, goes on. */
export const objectableUses = ['improve', 'contact'] as const;

/** `improve`: that what they do is observed. `contact`: letters that nobody needs. */
export type ObjectableUse = (typeof objectableUses)[number];

/** How far a person lets their data be used. */
export interface UseLimits {
  /** Since when nothing but storing goes on; null when it does. */
  readonly restricted_at: Date | null;
  readonly objectsTo: readonly ObjectableUse[];
}

/** How far a person lets their data be used now. @throws when there is no such person */
export async function getUseLimits(r: Reading<'provide' | 'rights'>, personId: string): Promise<UseLimits> {
  return must(await findUseLimits(r, personId), 'the person');
}

/** The same; null for whoever has no account. */
export async function findUseLimits(r: Reading<'provide' | 'rights'>, personId: string): Promise<UseLimits | null> {
  const row = await selectLimits(r, personId);
  if (!row) return null;
  return {
    restricted_at: row.restricted_at,
    objectsTo: objectableUses.filter((use) => row.objects_to.includes(use)),
  };
}

/** Puts a person's data to rest: they are stored, and nothing else is done with them, until they say so. */
export function restrict(w: Writing<'provide' | 'rights'>, personId: string): Promise<void> {
  return updateRestricted(w, personId, true);
}

/** Ends the rest. */
export function endRestriction(w: Writing<'provide' | 'rights'>, personId: string): Promise<void> {
  return updateRestricted(w, personId, false);
}

/** Objects to a use, or no longer; with effect from the commit. */
export function chooseObjection(
  w: Writing<'provide'>,
  personId: string,
  { use, objects }: { readonly use: ObjectableUse; readonly objects: boolean },
): Promise<void> {
  return updateObjections(w, personId, use, objects);
}
