import type { Writing } from '../../kernel/database/index.ts';
import { isMailAddress, normaliseAddress, queueLetter } from '../../kernel/mail/index.ts';
import type { AccountLetters } from './letters.ts';
import { mailLink, takeLink } from './mailed-link.ts';
import { deleteLinksOf } from './mailed-link-store.ts';
import { isPasswordOf } from './new-password.ts';
import { selectAccount, selectAccountByEmail, updateEmail } from './person-store.ts';

/** What came of asking for another address. */
export type EmailAsked =
  /** A letter is on its way to the new address, unless another account has it: that stays untold. */
  { readonly type: 'asked' } | { readonly type: 'refused'; readonly because: 'wrong-password' | 'no-address' };

/** Asks for another address: it holds once the link mailed there was used. The present one is told, and how to stop it. */
export async function askForNewEmail(
  w: Writing<'secure'>,
  personId: string,
  form: { readonly email: string; readonly password: string },
  letters: AccountLetters,
): Promise<EmailAsked> {
  const address = normaliseAddress(form.email);
  if (!isMailAddress(address)) return { type: 'refused', because: 'no-address' };
  const account = await selectAccount(w, personId);
  if (!account || !(await isPasswordOf(w, personId, form.password)))
    return { type: 'refused', because: 'wrong-password' };
  if (await selectAccountByEmail(w, address)) return { type: 'asked' };
  const letter = { about: 'new-address' as const, words: letters.confirmNewAddress, newEmail: address };
  await mailLink(w, account, 'new-address', letter);
  const warning = letters.newAddressAsked({ name: account.name, language: account.language });
  await queueLetter(w, { personId: account.id, address: account.email }, 'new-address-asked', warning);
  return { type: 'asked' };
}

interface AddressChanged {
  readonly type: 'changed';
  readonly from: string;
  readonly to: string;
}

/** Makes the new address hold, and tells the old one. For a POST only, as `confirmAddress`. */
export async function confirmNewAddress(
  w: Writing<'secure'>,
  secret: string,
  letters: AccountLetters,
): Promise<AddressChanged | { readonly type: 'refused'; readonly because: 'no-such-link' | 'taken' }> {
  const link = await takeLink(w, 'new-address', secret);
  const account = link && (await selectAccount(w, link.person_id));
  if (!account || !link.new_email) return { type: 'refused', because: 'no-such-link' };
  if (!(await updateEmail(w, account.id, link.new_email))) return { type: 'refused', because: 'taken' };
  // Links that went to the old address must not open the account any more.
  await deleteLinksOf(w, account.id);
  const letter = letters.addressChanged({ name: account.name, language: account.language });
  await queueLetter(w, { personId: account.id, address: account.email }, 'address-changed', letter);
  return { type: 'changed', from: account.email, to: link.new_email };
}
