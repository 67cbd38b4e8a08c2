import { daysBefore } from '../../kernel/clock.ts';
import type { Reading, Writing } from '../../kernel/database/index.ts';
import { type NewEntry, noteEntry } from '../ledger/index.ts';
import { type ConsentUse, consentUses, type GivenConsent } from './consent-uses.ts';
import { insertConsent, selectConsents, selectHasConsent, selectWithdrawn, updateWithdrawn } from './policy-store.ts';

/** The uses whose yes is kept here, by the account. */
type AccountUse = Exclude<ConsentUse, 'mailings'>;

/** A yes on its way in: for what, and exactly how it was asked for. */
interface NewConsent<U extends AccountUse> {
  readonly use: U;
  /** The version of the privacy policy that holds now. */
  readonly version: string;
  /** The exact words shown, in the language in which they were. */
  readonly shown: string;
  readonly control: (typeof consentUses)[U]['askedBy'][number];
}

type Said = Extract<NewEntry, { readonly kind: 'consent' }>['said'];

/** Records a yes, with its receipt, and notes it in the ledger. A second yes while the first stands changes nothing. */
export async function giveConsent<U extends AccountUse>(
  w: Writing<'provide'>,
  personId: string,
  consent: NewConsent<U>,
): Promise<void> {
  const { wording } = consentUses[consent.use];
  // A yes to words that are no longer ours stands in the way of the new one.
  await updateWithdrawn(w, personId, { use: consent.use, butWording: wording });
  const row = { id: w.newId(), person_id: personId, ...consent, wording, given_at: w.now() };
  if (await insertConsent(w, row)) await noteChoice(w, personId, { choice: 'given', ...consent });
}

/** Takes a yes back, with effect from the commit, and notes it in the ledger. */
export async function withdrawConsent(w: Writing<'provide'>, personId: string, use: AccountUse): Promise<void> {
  const stood = await updateWithdrawn(w, personId, { use, butWording: null });
  if (stood) await noteChoice(w, personId, { choice: 'withdrawn', use });
}

function noteChoice(w: Writing<'provide'>, personId: string, said: Said): Promise<void> {
  return noteEntry(w, { personId, by: { type: 'self' }, kind: 'consent', said });
}

/** Whether a yes to the present words of a use stands now. */
export function hasConsent(r: Reading<'provide'>, personId: string, use: AccountUse): Promise<boolean> {
  return selectHasConsent(r, personId, use, consentUses[use].wording);
}

/** All that a person ever said yes to for a use, newest first, at most 50. */
export function listConsents(r: Reading<'provide'>, personId: string, use: AccountUse): Promise<GivenConsent[]> {
  return selectConsents(r, personId, use);
}

/** How long it is asked again what a taken-back yes has left behind. */
const lately_days = 7;

/** Ids of people who took their yes to a use back in the last week, and did not give it again; at most 10,000. */
export function listWithdrawn(r: Reading<'provide'>, use: AccountUse): Promise<string[]> {
  return selectWithdrawn(r, use, daysBefore(r.now(), lately_days));
}
