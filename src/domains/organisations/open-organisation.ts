import type { Writing } from '../../kernel/database/index.ts';
import { queueLetter } from '../../kernel/mail/index.ts';
import type { OrganisationLetters } from './letters.ts';
import { insertMember } from './member-store.ts';
import {
  findOrganisationFault,
  isChoosableKey,
  type OrganisationDescription,
  type OrganisationFault,
  type OrganisationState,
} from './organisation.ts';
import { insertOrganisation, updateState } from './organisation-store.ts';

/** What came of opening an organisation. */
export type Opened =
  | { readonly type: 'opened'; readonly state: OrganisationState }
  | { readonly type: 'refused'; readonly because: 'taken' }
  | { readonly type: 'refused'; readonly because: 'fault'; readonly fault: OrganisationFault };

/**
 * Opens an organisation, of which the person becomes the owner, and writes to them that it was done. The person's address
 * is confirmed, as that of whoever is signed in. A key that stands in any course here is taken: nobody opens another's.
 */
export async function openOrganisation(
  w: Writing<'provide'>,
  person: {
    readonly personId: string;
    readonly email: string;
    readonly name: string;
    readonly language: string | null;
  },
  wish: Pick<OrganisationDescription, 'key' | 'kind' | 'name' | 'description'>,
  site: { readonly needsApproval: boolean; readonly letters: OrganisationLetters },
): Promise<Opened> {
  const wanted: OrganisationDescription = { ...wish, logoHash: null, accent: null };
  const fault = isChoosableKey(wish.key) ? findOrganisationFault(wanted) : 'key';
  if (fault) return { type: 'refused', because: 'fault', fault };
  const state = site.needsApproval ? 'waiting' : 'open';
  if (!(await insertOrganisation(w, wanted, state))) return { type: 'refused', because: 'taken' };
  await insertMember(w, wanted.key, person.personId, 'owner');
  const letter = site.letters.opened({ ...person, organisation: wanted, state });
  await queueLetter(w, { personId: person.personId, address: person.email }, 'organisation-opened', letter);
  return { type: 'opened', state };
}

/** An operator's yes or no to an organisation; may be changed later. @returns false when there is none */
export function decideOrganisation(w: Writing<'provide'>, key: string, state: 'open' | 'declined'): Promise<boolean> {
  return updateState(w, key, state);
}
