import type { Reading, Writing } from '../../kernel/database/index.ts';
import { must } from '../../kernel/errors.ts';
import { topic } from '../../kernel/switchboard.ts';
import {
  findOrganisationFault,
  type Organisation,
  type OrganisationDescription,
  type OrganisationFault,
} from './organisation.ts';
import {
  insertOrganisation,
  selectByHost,
  selectOrganisation,
  selectOrganisations,
  updateOrganisation,
} from './organisation-store.ts';

const most_organisations = 1000;

/** An organisation says something else about itself: who shows its name draws it anew. */
export const organisationDescribed = topic<{ readonly key: string }>('organisation described');

type Refused = { readonly type: 'refused'; readonly because: 'fault'; readonly fault: OrganisationFault };

/**
 * The organisation with this key, made with what is given where there is none yet. What is left out is plain: an
 * institution, named by its key. Keys that differ in case alone are one organisation.
 */
export async function ensureOrganisation(
  w: Writing<'provide'>,
  given: Partial<OrganisationDescription> & { readonly key: string },
): Promise<{ readonly type: 'there'; readonly organisation: Organisation } | Refused> {
  const plain = { kind: 'institution', name: given.key, description: '', logoHash: null, accent: null } as const;
  const wanted: OrganisationDescription = { ...plain, ...given };
  const fault = findOrganisationFault(wanted);
  if (fault) return { type: 'refused', because: 'fault', fault };
  await insertOrganisation(w, wanted, 'open');
  return {
    type: 'there',
    organisation: must(await selectOrganisation(w, wanted.key), 'the organisation just ensured'),
  };
}

/** Changes what it says about itself: all but the key. Announces `organisationDescribed`. */
export async function describeOrganisation(
  w: Writing<'provide'>,
  organisation: OrganisationDescription,
): Promise<
  { readonly type: 'stored' } | Refused | { readonly type: 'refused'; readonly because: 'no-such-organisation' }
> {
  const fault = findOrganisationFault(organisation);
  if (fault) return { type: 'refused', because: 'fault', fault };
  if (!(await updateOrganisation(w, organisation))) return { type: 'refused', because: 'no-such-organisation' };
  w.announce(organisationDescribed, { key: organisation.key });
  return { type: 'stored' };
}

/** The organisation with this key, in whatever case, or null. */
export function findOrganisation(r: Reading<'provide'>, key: string): Promise<Organisation | null> {
  return selectOrganisation(r, key);
}

/** The organisation whose confirmed host name this is, or null. */
export function findOrganisationByHost(r: Reading<'provide'>, hostName: string): Promise<Organisation | null> {
  return selectByHost(r, hostName.toLowerCase());
}

/** All organisations: first those that wait for an operator's word, then by name. At most 1,000. */
export function listOrganisations(r: Reading<'provide'>): Promise<Organisation[]> {
  return selectOrganisations(r, most_organisations);
}
