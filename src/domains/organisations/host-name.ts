import type { Writing } from '../../kernel/database/index.ts';
import { readHostName } from './organisation.ts';
import { lockOrganisation, selectByHost, updateHost } from './organisation-store.ts';

/** What came of asking for a host name. */
export type HostNameAsked =
  | { readonly type: 'stored' }
  | { readonly type: 'refused'; readonly because: 'no-name' | 'taken' | 'no-such-organisation' };

/**
 * Notes the host name under which an organisation wants to be found; nothing takes it away. It leads there once an operator
 * has confirmed it, who knows whether name and certificate lead here.
 */
export async function askForHostName(
  w: Writing<'provide'>,
  key: string,
  written: string,
  siteHost: string | null,
): Promise<HostNameAsked> {
  const name = written.trim() === '' ? null : readHostName(written);
  if (name === null && written.trim() !== '') return { type: 'refused', because: 'no-name' };
  if (name !== null && (name === siteHost || (await isOthers(w, key, name))))
    return { type: 'refused', because: 'taken' };
  const organisation = await lockOrganisation(w, key);
  if (!organisation) return { type: 'refused', because: 'no-such-organisation' };
  if (name !== organisation.host?.name) await updateHost(w, key, name, null);
  return { type: 'stored' };
}

async function isOthers(w: Writing<'provide'>, key: string, name: string): Promise<boolean> {
  const other = await selectByHost(w, name);
  return other !== null && other.key !== key;
}

/** An operator's word that the host name leads here. Refused when another organisation got it first. */
export async function confirmHostName(
  w: Writing<'provide'>,
  key: string,
): Promise<{ readonly type: 'stored' } | { readonly type: 'refused'; readonly because: 'no-name' | 'taken' }> {
  const organisation = await lockOrganisation(w, key);
  if (!organisation?.host) return { type: 'refused', because: 'no-name' };
  if (await isOthers(w, key, organisation.host.name)) return { type: 'refused', because: 'taken' };
  await updateHost(w, key, organisation.host.name, w.now());
  return { type: 'stored' };
}
