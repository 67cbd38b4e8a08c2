import type { Writing } from '../../kernel/database/index.ts';
import { newSecret } from '../../kernel/ids.ts';
import { type Letter, type LetterKind, queueLetter } from '../../kernel/mail/index.ts';
import type { LinkLetterFacts } from './letters.ts';
import { deleteLink, insertLink, type LinkKind, selectLink, type TakenLink } from './mailed-link-store.ts';
import { hashSecret } from './secret-hash.ts';

/** How long a mailed link works. Setting a password is the more dangerous one. */
const valid_hours: Readonly<Record<LinkKind, number>> = {
  'confirm-address': 48,
  'new-password': 1,
  'new-address': 24,
};

/** The letter that brings a link. */
export interface LinkLetter {
  /** Which of the site's letters it is. */
  readonly about: LetterKind;
  readonly words: (facts: LinkLetterFacts) => Letter;
  /** The address that the link is to confirm as the new one: then the letter goes there. */
  readonly newEmail?: string;
}

/** Makes a link that works once, and queues the letter that brings it. */
export async function mailLink(
  w: Writing<'secure'>,
  to: { readonly id: string; readonly email: string; readonly name: string; readonly language: string | null },
  opens: LinkKind,
  { about, words, newEmail }: LinkLetter,
): Promise<void> {
  const secret = await makeLink(w, to.id, opens, newEmail ?? null);
  const letter = words({ name: to.name, language: to.language, secret, valid_hours: valid_hours[opens] });
  await queueLetter(w, { personId: to.id, address: newEmail ?? to.email }, about, letter);
}

/** Only the secret's hash is stored. @returns the secret for the letter */
async function makeLink(
  w: Writing<'secure'>,
  personId: string,
  opens: LinkKind,
  newEmail: string | null,
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

/** Looks at a link without using it up. Null as for `takeLink`. */
export async function findLink(w: Writing<'secure'>, opens: LinkKind, secret: string): Promise<TakenLink | null> {
  const link = await selectLink(w, hashSecret(secret), opens);
  return link && link.expires_at > w.now() ? link : null;
}

/** Uses a link up. Null when it never was, was used, or is too old. */
export async function takeLink(w: Writing<'secure'>, opens: LinkKind, secret: string): Promise<TakenLink | null> {
  const link = await deleteLink(w, hashSecret(secret), opens);
  return link && link.expires_at > w.now() ? link : null;
}
