import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';

/** A yes to mailings, with the exact words shown. */
export interface UpdatesYes {
  readonly version: string;
  readonly shown: string;
  readonly control: string;
}

/** The receipt of a yes, and whether it was taken back. */
export interface GivenUpdates extends UpdatesYes {
  readonly given_at: Date;
  readonly withdrawn_at: Date | null;
}

/** A second yes while the first stands changes nothing. @returns whether none stood yet */
export async function insertConsent(w: Writing<'contact'>, contactId: string, yes: UpdatesYes): Promise<boolean> {
  const result = await tables(w, holdings)
    .insertInto('contact_consent')
    .values({ id: w.newId(), contact_id: contactId, ...yes, given_at: w.now() })
    .onConflict((conflict) => conflict.column('contact_id').where('withdrawn_at', 'is', null).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** @returns whether a yes stood */
export async function updateWithdrawn(w: Writing<'contact'>, contactId: string, by: string): Promise<boolean> {
  const result = await tables(w, holdings)
    .updateTable('contact_consent')
    .set({ withdrawn_at: w.now(), withdrawn_by: by })
    .where('contact_id', '=', contactId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function selectHasConsent(r: Reading<'contact'>, contactId: string): Promise<boolean> {
  const row = await tables(r, holdings)
    .selectFrom('contact_consent')
    .select('id')
    .where('contact_id', '=', contactId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** When mailings were allowed and ended, for the contact's own ledger. */
export async function selectConsents(
  r: Reading<'contact'>,
  contactId: string,
): Promise<{ readonly given_at: Date; readonly withdrawn_at: Date | null }[]> {
  return tables(r, holdings)
    .selectFrom('contact_consent')
    .select(['given_at', 'withdrawn_at'])
    .where('contact_id', '=', contactId)
    .orderBy('given_at')
    .limit(100)
    .execute();
}

export async function selectGiven(r: Reading<'contact'>, contactId: string): Promise<GivenUpdates[]> {
  return tables(r, holdings)
    .selectFrom('contact_consent')
    .select(['version', 'shown', 'control', 'given_at', 'withdrawn_at'])
    .where('contact_id', '=', contactId)
    .orderBy('given_at', 'desc')
    .limit(50)
    .execute();
}
