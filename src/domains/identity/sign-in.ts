import type { Writing } from '../../kernel/database/index.ts';
import { normaliseAddress } from '../../kernel/mail/index.ts';
import { matchesPassword, pretendToMatch } from './password.ts';
import { selectAccountByEmail, selectPasswordHash } from './person-store.ts';
import { beginSession, type NewSession } from './session.ts';

/** What came of signing in. */
export type SignIn =
  | { readonly type: 'signed-in'; readonly session: NewSession }
  | {
      readonly type: 'refused';
      /** Unknown address, wrong password, or an address not yet confirmed: the same for all, or it would tell which. */
      readonly because: 'wrong';
    };

/**
 * Signs a person in. Take a turn first (`sign-in` for the address, `sign-in-from` for the network), in a transaction
 * of its own. The password is hashed inside the transaction on purpose: the small pool of `secure` bounds how much
 * memory strangers can make us use at once.
 */
export async function signIn(
  w: Writing<'secure'>,
  form: { readonly email: string; readonly password: string; readonly device: string | null },
): Promise<SignIn> {
  const account = await selectAccountByEmail(w, normaliseAddress(form.email));
  const hash = account && (await selectPasswordHash(w, account.id));
  const isRight = hash ? await matchesPassword(form.password, hash) : await pretendToMatch(form.password);
  if (!account || !isRight || !account.email_confirmed_at) return { type: 'refused', because: 'wrong' };
  return { type: 'signed-in', session: await beginSession(w, account.id, form.device) };
}
