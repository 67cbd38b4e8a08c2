import type { SiteContext } from './site-context.ts';

/** Back to a page after something was done on it. */
export function backDone(c: SiteContext, address: string): Response {
  return c.redirect(`${address}?done`, 303);
}

/** Whether the page is shown after something was done on it, which it then says. */
export function isDone(c: SiteContext): boolean {
  return c.req.method === 'GET' && c.req.query('done') !== undefined;
}
