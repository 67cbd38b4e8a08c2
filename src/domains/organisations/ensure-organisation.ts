import type { Reading, Writing } from '../../kernel/database/index.ts';
import { must } from '../../kernel/errors.ts';
import { findOrganisationFault, type Organisation, type OrganisationFault } from './organisation.ts';
import {
  insertOrganisation,
  selectOrganisation,
  selectOrganisations,
  updateOrganisation,
} from './organisation-store.ts';

const most_organisations = 1000;

type Refused = { readonly type: 'refused'; readonly because: 'fault'; readonly fault: OrganisationFault };

/**
 * The organisation with this key, made with what is given where there is none yet. What is left out is plain: an
 * institution, named by its key. Keys that differ in case alone are one organisation.
 */
export async function ensureOrganisation(
  w: Writing<'provide'>,
  given: Partial<Organisation> & { readonly key: string },
): Promise<{ readonly type: 'there'; readonly organisation: Organisation } | Refused> {
  const plain = { kind: 'institution', name: given.key, description: '', logoHash: null, accent: null } as const;
  const wanted: Organisation = { ...plain, ...given };
  const fault = findOrganisationFault(wanted);
  if (fault) return { type: 'refused', because: 'fault', fault };
  await insertOrganisation(w, wanted);
  return {
    type: 'there',
    organisation: must(await selectOrganisation(w, wanted.key), 'the organisation just ensured'),
  };
}

/** Changes all but the key. */
export async function describeOrganisation(
  w: Writing<'provide'>,
  organisation: Organisation,
): Promise<
  { readonly type: 'stored' } | Refused | { readonly type: 'refused'; readonly because: 'no-such-organisation' }
> {
  const fault = findOrganisationFault(organisation);
  if (fault) return { type: 'refused', because: 'fault', fault };
  if (await updateOrganisation(w, organisation)) return { type: 'stored' };
  return { type: 'refused', because: 'no-such-organisation' };
}

/** The organisation with this key, in whatever case, or null. */
export function findOrganisation(r: Reading<'provide'>, key: string): Promise<Organisation | null> {
  return selectOrganisation(r, key);
}

/** All organisations by name. At most 1,000. */
export function listOrganisations(r: Reading<'provide'>): Promise<Organisation[]> {
  return selectOrganisations(r, most_organisations);
}
