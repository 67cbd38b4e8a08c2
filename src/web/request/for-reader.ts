import type { Limited } from '../../domains/identity/index.ts';
import type { Powers } from '../../powers.ts';
import { refuseTooMany } from './limit.tsx';
import type { Reader, SiteContext } from './site-context.ts';
import { toSignIn } from './to-sign-in.ts';

/**
 * What only those who are signed in may do, and each no more often than the limit of `what` says. Others are sent to
 * the door.
 */
export function forReader(
  powers: Powers,
  what: Limited,
  act: (c: SiteContext, reader: Reader) => Promise<Response>,
): (c: SiteContext) => Promise<Response> {
  return async (c) => {
    const { reader } = c.var;
    if (!reader) return toSignIn(c);
    return (await refuseTooMany(c, powers, { what, who: reader.personId })) ?? act(c, reader);
  };
}
