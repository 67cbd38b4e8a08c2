import type { Config } from '../../config.ts';

/**
 * Where the site is reached, for links in letters: as the operator says. Never as a request says: whoever asks for a
 * new password could name a host of their own.
 */
export function siteOrigin({ origin, host, port }: Pick<Config, 'origin' | 'host' | 'port'>): string {
  return origin ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
