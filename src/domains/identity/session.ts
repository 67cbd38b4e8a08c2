import { daysAfter } from '../../kernel/clock.ts';
import type { Reading, Writing } from '../../kernel/database/index.ts';
import { newSecret } from '../../kernel/ids.ts';
import type { SignedIn } from './person.ts';
import { hashSecret } from './secret-hash.ts';
import {
  deleteSession,
  deleteSessionsOf,
  insertSession,
  selectSession,
  selectSessionsOf,
  updateSeen,
} from './session-store.ts';

/** A session ends after so long without use, and in any case after so long. */
export const sessionTerms = { idle_days: 30, most_days: 180, touch_after_min: 60 } as const;

const most_listed = 50;

/** A session just begun. The secret goes into the cookie and is stored nowhere. */
export interface NewSession {
  readonly personId: string;
  readonly sessionId: string;
  readonly secret: string;
  readonly expires_at: Date;
}

/**
 * Who is signed in with this cookie's secret, or null. `isStale` asks the caller to `touchSession`, at most hourly.
 * Any text may be passed in. For a page that needs more in one statement, join by `hashSecret` as this one does.
 */
export async function findSession(
  r: Reading<'provide'>,
  secret: string,
): Promise<(SignedIn & { readonly isStale: boolean }) | null> {
  const row = await selectSession(r, hashSecret(secret));
  if (!row) return null;
  return {
    personId: row.person_id,
    sessionId: row.session_id,
    name: row.name,
    language: row.language,
    timeZone: row.time_zone,
    isOperator: row.is_operator,
    isRestricted: row.is_restricted,
    objects: row.objects,
    isStale: isStale(row.seen_at, r.now()),
  };
}

/** Whether a session's last use is so old that it should be written anew. */
export function isStale(seenAt: Date, now: Date): boolean {
  return now.getTime() - seenAt.getTime() > sessionTerms.touch_after_min * 60_000;
}

/** Rolls a session on: it was used now. */
export function touchSession(w: Writing<'provide'>, sessionId: string): Promise<void> {
  return updateSeen(w, sessionId, sessionTerms.most_days, sessionTerms.idle_days);
}

/** Begins a session for somebody who proved who they are. */
export async function beginSession(w: Writing<'secure'>, personId: string, device: string | null): Promise<NewSession> {
  const secret = newSecret();
  const now = w.now();
  const session = {
    id: w.newId(),
    person_id: personId,
    device: device?.slice(0, 100) ?? null,
    created_at: now,
    seen_at: now,
    expires_at: daysAfter(now, sessionTerms.idle_days),
  };
  await insertSession(w, { ...session, token_hash: hashSecret(secret) });
  return { personId, sessionId: session.id, secret, expires_at: session.expires_at };
}

/** Ends one session of the person: their own, or one that they see in the list. */
export function signOut(w: Writing<'secure'>, personId: string, sessionId: string): Promise<void> {
  return deleteSession(w, personId, sessionId);
}

/** Ends all sessions of the person; `but` keeps the one that asks. */
export function signOutEverywhere(w: Writing<'secure'>, personId: string, but: string | null = null): Promise<void> {
  return deleteSessionsOf(w, personId, but);
}

/** Where a person is signed in, last used first. At most 50. */
export async function listSessions(
  r: Reading<'secure'>,
  personId: string,
): Promise<{ sessionId: string; device: string | null; created_at: Date; seen_at: Date }[]> {
  const rows = await selectSessionsOf(r, personId, most_listed);
  return rows.map(({ id, ...row }) => ({ sessionId: id, ...row }));
}
