import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { browserObjection, isCollected, type Permit, permit } from '../../domains/policy/index.ts';
import type { NewEvent, Source } from '../../domains/tracking/index.ts';
import type { Powers } from '../../powers.ts';
import { pageNameOf } from '../pages.ts';
import { addressOf } from './network.ts';
import type { SiteContext, Variables } from './site-context.ts';

/** Records what the site saw somebody do, if the policy permits it for them. Costs no time worth naming, and never fails. */
export function recordEvent(c: SiteContext, powers: Powers, event: NewEvent): void {
  const leave = permitFor(c);
  if (leave) powers.intake.record(leave, sourceOf(c, powers), event);
}

/** Leave to record what this request shows; null when there is none. */
export function permitFor(c: SiteContext): Permit<'improve'> | null {
  const { reader } = c.var;
  const given = permit(
    {
      personId: reader?.personId ?? null,
      hasAcknowledged: reader !== null && isCollected(reader.standing),
      hasConsented: reader?.hasConsented ?? false,
      objects: objectionOf(c) !== null || (reader?.objects ?? false),
      isRestricted: reader?.isRestricted ?? false,
    },
    'improve',
  );
  return given.type === 'permit' ? given : null;
}

/** Whether what this reader does may be tied to them: only then the browser is asked to say what is used on a page. */
export function isRecorded(c: SiteContext): boolean {
  return permitFor(c)?.detail === 'visit';
}

/** By which signal the browser objects to being followed; null when it does not. */
export function objectionOf(c: SiteContext): 'gpc' | 'dnt' | null {
  return browserObjection({ gpc: c.req.header('sec-gpc') ?? null, dnt: c.req.header('dnt') ?? null });
}

/** From where the request comes; null for visitors, of whom none of it is kept. */
export function sourceOf(c: SiteContext, { config }: Powers): Source | null {
  const { reader } = c.var;
  if (!reader) return null;
  const address = addressOf(c, config.trustedProxies);
  return { sessionId: reader.sessionId, address, userAgent: c.req.header('user-agent') ?? null };
}

/** Records each page that was opened, by the pattern of its address. */
export function recordVisits(powers: Powers): MiddlewareHandler<{ Variables: Variables }> {
  return async (c, next) => {
    await next();
    if (c.req.method !== 'GET' || c.res.status !== 200) return;
    if (!c.res.headers.get('content-type')?.startsWith('text/html')) return;
    const courseKey = c.req.param('courseKey' as never) as string | undefined;
    const page = pageNameOf(routePath(c));
    recordEvent(c, powers, { type: 'page.visited', data: { page }, ...(courseKey ? { courseKey } : {}) });
  };
}
