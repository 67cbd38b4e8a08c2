import type { Context, Hono } from 'hono';
import type { Powers } from '../../powers.ts';
import type { Words } from '../i18n.ts';

/** Who is signed in, as pages may know it: a view, not a row. */
export interface Reader {
  readonly personId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly isOperator: boolean;
  /** Their data are stored and not used: all but their own account is closed to them, and nothing is observed. */
  readonly isRestricted: boolean;
  /** They object to being observed. */
  readonly objects: boolean;
  /** Whether they took note of the privacy policy that holds now: a banner asks them to, and until then nothing is observed. */
  readonly hasAcknowledged: boolean;
}

/** What each request carries. */
export interface Variables {
  words: Words;
  reader: Reader | null;
  /** Where the browser finds the site's own files. */
  assets: BrowserAssets;
  siteName: string;
}

/** The built files of the browser's side: name in the source -> address. */
export interface BrowserAssets {
  readonly styles: readonly string[];
  script(name: string): string;
}

export type SiteContext = Context<{ Variables: Variables }>;
export type Site = Hono<{ Variables: Variables }>;

/** Puts the addresses of one place into the site. */
export type Routes = (site: Site, powers: Powers) => void;
