import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { SiteContext, Variables } from './site-context.ts';

const largestForm_bytes = 1_000_000;

/** Addresses that take files end so; what is sent there is read by `readUpload` alone, which has a limit of its own. */
const takesFiles = /^\/studio\/.+\/upload$/;

/** Refuses what is too large for a form before anything of it is read. */
export function limitBodies(refuse: (c: SiteContext) => Response): MiddlewareHandler<{ Variables: Variables }> {
  const limitForms = bodyLimit({ maxSize: largestForm_bytes, onError: (c) => refuse(c as SiteContext) });
  return (c, next) => (takesFiles.test(c.req.path) ? next() : limitForms(c, next));
}
