import type { MiddlewareHandler } from 'hono';
import { respondForbidden } from '../layout/message-page.tsx';
import type { Variables } from './site-context.ts';
import { toSignIn } from './to-sign-in.ts';

/** Nobody but the site's operators comes past this door. */
export const operatorsOnly: MiddlewareHandler<{ Variables: Variables }> = async (c, next) => {
  if (!c.var.reader) return toSignIn(c);
  return c.var.reader.isOperator ? next() : respondForbidden(c);
};
