import type { Writing } from '../../kernel/database/index.ts';
import { newSecret } from '../../kernel/ids.ts';
import { deleteLink, insertLink, type LinkKind, type TakenLink } from './mailed-link-store.ts';
import { hashSecret } from './secret-hash.ts';

/** How long a mailed link works. Setting a password is the more dangerous one. */
export const valid_hours: Readonly<Record<LinkKind, number>> = {
  'confirm-address': 48,
  'new-password': 1,
  'new-address': 24,
};

/** Makes a link that works once. Only its hash is stored. @returns the secret for the letter */
export async function makeLink(
  w: Writing<'secure'>,
  personId: string,
  opens: LinkKind,
  newEmail: string | null = null,
): Promise<string> {
  const secret = newSecret();
  const now = w.now();
  await insertLink(w, {
    token_hash: hashSecret(secret),
    person_id: personId,
    opens,
    new_email: newEmail,
    made_at: now,
    expires_at: new Date(now.getTime() + valid_hours[opens] * 3_600_000),
  });
  return secret;
}

/** Uses a link up. Null when it never was, was used, or is too old. */
export async function takeLink(w: Writing<'secure'>, opens: LinkKind, secret: string): Promise<TakenLink | null> {
  const link = await deleteLink(w, hashSecret(secret), opens);
  return link && link.expires_at > w.now() ? link : null;
}
