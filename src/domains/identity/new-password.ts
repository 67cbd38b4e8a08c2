import type { Writing } from '../../kernel/database/index.ts';
import { isMailAddress, normaliseAddress, queueLetter } from '../../kernel/mail/index.ts';
import type { AccountLetters } from './letters.ts';
import { mailLink, takeLink } from './mailed-link.ts';
import { deleteLinksOf } from './mailed-link-store.ts';
import { findPasswordFault, hashPassword, matchesPassword, type PasswordFault } from './password.ts';
import {
  type Account,
  selectAccount,
  selectAccountByEmail,
  selectPasswordHash,
  updateConfirmed,
  updatePassword,
} from './person-store.ts';
import { signOutEverywhere } from './session.ts';

type Changed = { readonly type: 'changed'; readonly personId: string };
type Weak = { readonly type: 'refused'; readonly because: 'weak'; readonly fault: PasswordFault };

/** Mails a link for a new password, if the address has an account. The answer is the same when it has none. */
export async function askForNewPassword(w: Writing<'secure'>, email: string, letters: AccountLetters): Promise<void> {
  const address = normaliseAddress(email);
  const account = isMailAddress(address) ? await selectAccountByEmail(w, address) : null;
  if (!account) return;
  await mailLink(w, account, 'new-password', { about: 'new-password', words: letters.newPassword });
}

/**
 * Sets a password by a mailed link. It works once and for an hour, ends all sessions and other links, and shows that
 * the address is theirs. A weak password leaves the link as it is.
 */
export async function setNewPassword(
  w: Writing<'secure'>,
  form: { readonly secret: string; readonly password: string },
  letters: AccountLetters,
): Promise<Changed | Weak | { readonly type: 'refused'; readonly because: 'no-such-link' }> {
  // What needs no account is checked before the link is used up.
  const early = findPasswordFault(form.password, '');
  if (early) return { type: 'refused', because: 'weak', fault: early };
  const link = await takeLink(w, 'new-password', form.secret);
  const account = link && (await selectAccount(w, link.person_id));
  if (!account) return { type: 'refused', because: 'no-such-link' };
  await updateConfirmed(w, account.id);
  await storePassword(w, account, form.password, letters);
  await signOutEverywhere(w, account.id);
  return { type: 'changed', personId: account.id };
}

/** Changes the password of who is signed in and knows the present one. Ends the other sessions. */
export async function changePassword(
  w: Writing<'secure'>,
  who: { readonly personId: string; readonly sessionId: string },
  form: { readonly present: string; readonly password: string },
  letters: AccountLetters,
): Promise<Changed | Weak | { readonly type: 'refused'; readonly because: 'wrong-password' }> {
  const account = await selectAccount(w, who.personId);
  if (!account || !(await isPasswordOf(w, who.personId, form.present))) {
    return { type: 'refused', because: 'wrong-password' };
  }
  const fault = findPasswordFault(form.password, account.email);
  if (fault) return { type: 'refused', because: 'weak', fault };
  await storePassword(w, account, form.password, letters);
  await signOutEverywhere(w, account.id, who.sessionId);
  return { type: 'changed', personId: account.id };
}

/** Whether this is the person's password: to be asked again before anything that can't be undone. */
export async function isPasswordOf(w: Writing<'secure'>, personId: string, password: string): Promise<boolean> {
  const hash = await selectPasswordHash(w, personId);
  return hash !== null && matchesPassword(password, hash);
}

async function storePassword(
  w: Writing<'secure'>,
  account: Account,
  password: string,
  letters: AccountLetters,
): Promise<void> {
  await updatePassword(w, account.id, await hashPassword(password));
  await deleteLinksOf(w, account.id);
  const letter = letters.passwordChanged({ name: account.name, language: account.language });
  await queueLetter(w, { personId: account.id, address: account.email }, 'password-changed', letter);
}
