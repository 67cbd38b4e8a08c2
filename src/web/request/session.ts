import type { MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { LRUCache } from 'lru-cache';
import { findSession, type NewSession, sessionTerms, touchSession } from '../../domains/identity/index.ts';
import { findAcknowledged } from '../../domains/policy/index.ts';
import type { Powers } from '../../powers.ts';
import { wordsFor } from '../i18n.ts';
import type { SiteContext, Variables } from './site-context.ts';

/** `__Host-`: the browser takes it from this host alone, and only when it is secure and for the whole site. */
const name = 'mooc';
const place = { prefix: 'host', path: '/', secure: true } as const;
const most_remembered = 100_000;

/** Finds out who is signed in, and speaks to them in their language and zone. A cookie that opens nothing is taken away. */
export function readSession({ database, documents }: Powers): MiddlewareHandler<{ Variables: Variables }> {
  // That somebody took note of a version stays true for ever.
  const acknowledged = new LRUCache<string, true>({ max: most_remembered });

  async function hasAcknowledged(personId: string): Promise<boolean> {
    const r = database.read('provide');
    const policy = documents.currentDocument('privacy', r.now());
    const key = `${personId} ${policy.version}`;
    if (acknowledged.has(key)) return true;
    if (!(await findAcknowledged(r, personId, policy))) return false;
    acknowledged.set(key, true);
    return true;
  }

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
      writeCookie(c, secret);
    }
    c.set('reader', {
      personId,
      sessionId,
      name: session.name,
      isOperator,
      isRestricted,
      objects,
      hasAcknowledged: await hasAcknowledged(personId),
    });
    c.set('words', wordsFor(language ?? c.req.header('accept-language') ?? null, timeZone ?? undefined));
    return next();
  };
}

/** The secret of the session that a request comes with, or null. */
export function readSecret(c: SiteContext): string | null {
  return getCookie(c, name, 'host') ?? null;
}

/** Hands a session just begun to the browser. */
export function beginCookie(c: SiteContext, session: NewSession): void {
  writeCookie(c, session.secret);
}

/** Makes the browser forget its session. */
export function endCookie(c: SiteContext): void {
  deleteCookie(c, name, place);
}

/** The browser may keep it as long as any session lasts; how long it opens something, the database knows. */
function writeCookie(c: SiteContext, secret: string): void {
  setCookie(c, name, secret, { ...place, httpOnly: true, sameSite: 'Lax', maxAge: sessionTerms.most_days * 86_400 });
}
