import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import { networkOf } from '../../kernel/address.ts';
import type { SiteContext } from './site-context.ts';

/**
 * The address that a request comes from: as the connection has it, or as the operator's own proxies wrote it down. An
 * entry that a stranger put into the header stands further left and is not believed. Null where there is no connection.
 */
export function addressOf(c: SiteContext, trustedProxies: number): string | null {
  if (trustedProxies > 0) {
    const written = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
    return plainAddress(written.at(-trustedProxies));
  }
  // A request that a test makes has no connection.
  const { incoming } = (c.env ?? {}) as { readonly incoming?: unknown };
  return incoming ? plainAddress(getConnInfo(c).remote.address) : null;
}

/** Who a request comes from, as far as limits go: a network, since addresses are had by the thousand. */
export function limitedNetwork(c: SiteContext, trustedProxies: number): string {
  return networkOf(addressOf(c, trustedProxies) ?? '') ?? 'unknown';
}

/** An address as the database takes one, without the zone of a link-local one; null for what is none. */
function plainAddress(written: string | undefined): string | null {
  const address = written?.replace(/%.*$/, '') ?? '';
  return isIP(address) ? address : null;
}
