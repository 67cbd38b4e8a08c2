import type { SiteContext } from '../../request/site-context.ts';

/** Whether the behaviour `swap-form` asks, which puts the answer in the form's place instead of loading a page. */
export function wantsPart(c: SiteContext): boolean {
  return c.req.header('x-part') === '1';
}

/** Answers with a part of a page, and with what is to be read out. */
export function respondWithPart(c: SiteContext, html: string, said: string): Response {
  return c.html(html, 200, { 'cache-control': 'private, no-store', 'x-said': encodeURIComponent(said) });
}
