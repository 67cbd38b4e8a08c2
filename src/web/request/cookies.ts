import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { sessionTerms } from '../../domains/identity/index.ts';
import type { SiteContext } from './site-context.ts';

/** What the site may keep in a browser under a name. */
interface CookieFacts {
  readonly name: string;
  /** When the browser forgets it by itself. */
  readonly keep_days: number;
}

/**
 * Every cookie there is; no other can be set, and nothing is kept in a browser's storage. Each is strictly necessary for
 * what somebody asked for. One that is not would need their yes first: a use of its own in `consentUses`. The page about
 * cookies is made from this list; its words stand under `cookies.KEY.…`.
 */
export const cookies = {
  /** Who is signed in. How long it opens something, the database knows. */
  session: { name: 'mooc', keep_days: sessionTerms.most_days },
} as const satisfies Readonly<Record<string, CookieFacts>>;

export type CookieKey = keyof typeof cookies;

/** `__Host-`: the browser takes it from this host alone, and only when it is secure and for the whole site. */
const place = { prefix: 'host', path: '/', secure: true } as const;

/** The name under which the browser has it. */
export function nameInBrowser(key: CookieKey): string {
  return `__Host-${cookies[key].name}`;
}

export function readCookie(c: SiteContext, key: CookieKey): string | null {
  return getCookie(c, cookies[key].name, 'host') ?? null;
}

export function writeCookie(c: SiteContext, key: CookieKey, value: string): void {
  const { name, keep_days } = cookies[key];
  setCookie(c, name, value, { ...place, httpOnly: true, sameSite: 'Lax', maxAge: keep_days * 86_400 });
}

export function dropCookie(c: SiteContext, key: CookieKey): void {
  deleteCookie(c, cookies[key].name, place);
}
