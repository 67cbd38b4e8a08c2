import type { Reading, Writing } from '../../kernel/database/index.ts';
import { insertConsent, selectConsents, updateWithdrawn } from './policy-store.ts';

/** Uses that need a person's own yes, each off until then. */
export type ConsentUse = 'newsletter';

/** All such uses, in the order of pages. */
const consentUses: readonly ConsentUse[] = ['newsletter'];

/**
 * Records a yes, with the exact words shown and the control used. A second yes while the first stands changes nothing.
 *
 * @param version of the privacy policy that holds now
 */
export function giveConsent(
  w: Writing<'provide'>,
  personId: string,
  consent: { readonly use: ConsentUse; readonly version: string; readonly shown: string; readonly control: string },
): Promise<void> {
  return insertConsent(w, { id: w.newId(), person_id: personId, ...consent, given_at: w.now() });
}

/** Takes a yes back, with effect from the commit. */
export function withdrawConsent(w: Writing<'provide'>, personId: string, use: ConsentUse): Promise<void> {
  return updateWithdrawn(w, personId, use);
}

/** The uses that a person allows now. */
export async function listConsents(r: Reading<'provide'>, personId: string): Promise<ConsentUse[]> {
  const standing = await selectConsents(r, personId);
  return consentUses.filter((use) => standing.includes(use));
}
