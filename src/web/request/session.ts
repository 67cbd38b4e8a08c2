import type { MiddlewareHandler } from 'hono';
import { findSession, type NewSession, touchSession } from '../../domains/identity/index.ts';
import { findStanding, hasConsent } from '../../domains/policy/index.ts';
import type { Powers } from '../../powers.ts';
import { wordsFor } from '../i18n.ts';
import { dropCookie, readCookie, writeCookie } from './cookies.ts';
import type { SiteContext, Variables } from './site-context.ts';

/** Finds out who is signed in, and speaks to them in their language and zone. A cookie that opens nothing is taken away. */
export function readSession({ database, documents }: Powers): MiddlewareHandler<{ Variables: Variables }> {
  return async (c, next) => {
    const secret = readSecret(c);
    if (!secret) return next();
    const session = await findSession(database.read('provide'), secret);
    if (!session) {
      endCookie(c);
      return next();
    }
    const { personId, sessionId, isOperator, isRestricted, objects, language, timeZone } = session;
    if (session.isStale) {
      await database.write('provide', (w) => touchSession(w, sessionId));
      writeCookie(c, 'session', secret);
    }
    // Never remembered: a no, or a yes taken back, holds from the next request on, in every process.
    const [standing, hasConsented] = await Promise.all([
      findStanding(database.read('provide'), personId, documents),
      hasConsent(database.read('provide'), personId, 'improve'),
    ]);
    c.set('reader', {
      personId,
      sessionId,
      name: session.name,
      isOperator,
      isRestricted,
      objects,
      standing,
      hasConsented,
    });
    c.set('words', wordsFor(language ?? c.req.header('accept-language') ?? null, timeZone ?? undefined));
    return next();
  };
}

/** The secret of the session that a request comes with, or null. */
export function readSecret(c: SiteContext): string | null {
  return readCookie(c, 'session');
}

/** Hands a session just begun to the browser. */
export function beginCookie(c: SiteContext, session: NewSession): void {
  writeCookie(c, 'session', session.secret);
}

/** Makes the browser forget its session. */
export function endCookie(c: SiteContext): void {
  dropCookie(c, 'session');
}
