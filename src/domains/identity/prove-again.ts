import type { Reading, Writing } from '../../kernel/database/index.ts';
import { isPasswordOf } from './new-password.ts';
import { selectProvedAt, updateProvedAt } from './session-store.ts';

/** How long a password given again opens what can do harm: long enough to read the page, short enough for a lost seat. */
const proof_min = 10;

/**
 * Asks for the password again, before somebody takes or ends everything that an account holds. It counts for this session
 * alone, for ten minutes. Signing in does not count: the browser may have been left open since.
 *
 * @returns whether it was theirs
 */
export async function proveAgain(
  w: Writing<'secure'>,
  who: { readonly personId: string; readonly sessionId: string },
  password: string,
): Promise<boolean> {
  if (!(await isPasswordOf(w, who.personId, password))) return false;
  await updateProvedAt(w, who.sessionId);
  return true;
}

/** Whether the password was given again in this session a short while ago. */
export async function isProven(r: Reading<'secure'>, sessionId: string): Promise<boolean> {
  const at = await selectProvedAt(r, sessionId);
  return at !== null && r.now().getTime() - at.getTime() < proof_min * 60_000;
}
