import type { Context, Hono } from 'hono';
import type { DocumentNews, Standing } from '../../domains/policy/index.ts';
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
  /** How they stand to the documents that hold now: until they were told, and if they say no, nothing is observed. */
  readonly standing: Standing;
  /** Whether they said yes to what they do being tied to them, in its order. Another thing than to have taken note. */
  readonly hasConsented: boolean;
}

/** What each request carries. */
export interface Variables {
  words: Words;
  reader: Reader | null;
  /** Where the browser finds the site's own files. */
  assets: BrowserAssets;
  siteName: string;
  /** New versions of the documents, of which every page tells for a while. */
  news: readonly DocumentNews[];
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
