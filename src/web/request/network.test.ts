import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { addressOf, limitedNetwork } from './network.ts';
import type { Variables } from './site-context.ts';

/** What the site takes for the address, and for the network, of a request with this header. */
async function seen(trustedProxies: number, forwarded?: string): Promise<string[]> {
  const site = new Hono<{ Variables: Variables }>();
  site.get('/', (c) => c.json([addressOf(c, trustedProxies), limitedNetwork(c, trustedProxies)]));
  const answer = await site.request('/', { headers: forwarded ? { 'x-forwarded-for': forwarded } : {} });
  return (await answer.json()) as string[];
}

it('believes as many entries as there are proxies of the operator’s, and no more', async () => {
  expect(await seen(1, '6.6.6.6, 203.0.113.9')).toEqual(['203.0.113.9', '203.0.113.0']);
  expect(await seen(2, '6.6.6.6, 203.0.113.9, 10.0.0.1')).toEqual(['203.0.113.9', '203.0.113.0']);
  expect(await seen(1, 'fe80::1%eth0')).toEqual(['fe80::1', 'fe80:0:0::']);
  expect(await seen(0, '6.6.6.6')).toEqual([null, 'unknown']);
  expect(await seen(2, '6.6.6.6')).toEqual([null, 'unknown']);
  expect(await seen(1, 'what ever')).toEqual([null, 'unknown']);
});
