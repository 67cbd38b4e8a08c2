import type { Reading, Writing } from '../../kernel/database/index.ts';
import { normaliseAddress } from '../../kernel/mail/index.ts';
import { noteEntry } from '../ledger/index.ts';
import { ensureContact, selectContactByEmail, updateConfirmed } from './contact-store.ts';
import { type GivenUpdates, insertConsent, selectGiven, type UpdatesYes, updateWithdrawn } from './updates-store.ts';

/** Somebody with an account: its address is shown to be theirs. */
interface Owner {
  readonly personId: string;
  readonly email: string;
}

/** All that the owner of an address ever said yes to mailings with, newest first, at most 50. */
export async function listGivenUpdates(r: Reading<'contact'>, email: string): Promise<GivenUpdates[]> {
  const contact = await selectContactByEmail(r, normaliseAddress(email));
  return contact ? selectGiven(r, contact.id) : [];
}

/** Begins mailings to the address of an account, and notes it in the ledger. A second yes changes nothing. */
export async function allowUpdates(
  w: Writing<'contact'>,
  { personId, email, language }: Owner & { readonly language: string },
  yes: UpdatesYes,
): Promise<void> {
  if (!(await begin(w, email, language, yes))) return;
  const said = { choice: 'given', use: 'mailings', ...yes } as const;
  await noteEntry(w, { personId, by: { type: 'self' }, kind: 'consent', said });
}

/** Ends mailings to the address of an account, with effect from the commit, and notes it in the ledger. */
export async function endUpdates(w: Writing<'contact'>, { personId, email }: Owner, by: string): Promise<void> {
  const contact = await selectContactByEmail(w, normaliseAddress(email));
  if (!contact || !(await updateWithdrawn(w, contact.id, by))) return;
  const said = { choice: 'withdrawn', use: 'mailings' } as const;
  await noteEntry(w, { personId, by: { type: 'self' }, kind: 'consent', said });
}

/** Lets mailings follow somebody to a new address, which they showed to be theirs: by the same yes, none to the old one. */
export async function moveUpdates(
  w: Writing<'contact'>,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const old = await selectContactByEmail(w, normaliseAddress(from));
  const [standing] = old ? await selectGiven(w, old.id) : [];
  if (!old || !standing || standing.withdrawn_at !== null) return;
  await updateWithdrawn(w, old.id, 'new address');
  const { version, shown, control } = standing;
  await begin(w, to, old.language, { version, shown, control });
}

async function begin(w: Writing<'contact'>, email: string, language: string | null, yes: UpdatesYes): Promise<boolean> {
  const contact = await ensureContact(w, normaliseAddress(email), language);
  await updateConfirmed(w, contact.id);
  return insertConsent(w, contact.id, yes);
}
